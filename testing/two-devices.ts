import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { listOpenDrafts, readDraft } from '../src/db/drafts/drafts.ts';
import { saveDraft } from '../src/db/drafts/save-draft.ts';
import type { SyncContext } from '../src/sync/sync-context.ts';
import { NOON } from './builders.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { signInMaria } from './pretend-account.ts';
import { createTestSyncContext, syncRound } from './test-sync-context.ts';

/** Maria's phone and her desktop, which know of each other by her account alone. Their clock goes on by a second with each round. */
export async function openTwoDevices() {
  let time = NOON;
  const now = () => time;
  const pass = (ms: number) => {
    time = new Date(time.getTime() + ms);
  };
  const maria = await signInMaria(now);

  function device(): SyncContext {
    return createTestSyncContext({
      db: openMemoryDatabase(maria.citizenId),
      api: maria.api,
      now,
      random: () => 0,
    });
  }

  async function round(context: SyncContext): Promise<void> {
    pass(1_000);
    await syncRound(context);
  }

  async function write(db: CitizenDatabase, draftId: string, description: string, writer: string) {
    const baseRevision = (await readDraft(db, draftId))?.revision ?? 0;
    await saveDraft(db, draftId, { patch: { description }, baseRevision, writer }, now());
  }

  return { maria, phone: device(), desktop: device(), now, pass, round, write };
}

export type TwoDevices = Awaited<ReturnType<typeof openTwoDevices>>;

export async function readTexts(db: CitizenDatabase): Promise<string[]> {
  return (await listOpenDrafts(db)).map((draft) => draft.description).sort();
}
