import { createApiClient } from '../src/api/client.ts';
import { countWaiting, hasOutgoing } from '../src/db/outbox/outbox.ts';
import { NOON, submitCompleteDraft } from './builders.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { PRETEND_ORIGIN, type PretendAccount } from './pretend-account.ts';
import { createTestSyncContext, syncRound } from './test-sync-context.ts';

const TABS = [1, 2, 3];
const HOUR_MS = 3_600_000;

export interface ThreeTabs {
  /** Submits this many requests and returns their ids. */
  submit(count: number): Promise<string[]>;
  /** Lets an hour pass; then all three tabs send whatever waits, and pull. */
  runRound(): Promise<void>;
  hasOutgoing(): Promise<boolean>;
  countWaiting(): Promise<number>;
  /** Returns the reference of a request, if this device knows it. */
  referenceOf(id: string): Promise<string | undefined>;
  close(): void;
}

/** Makes a citizen's device with three tabs and no lock between them. */
export function openThreeTabs({ server, citizenId }: PretendAccount): ThreeTabs {
  const db = openMemoryDatabase(citizenId);
  let now = NOON;
  const api = createApiClient(PRETEND_ORIGIN, server);
  const context = createTestSyncContext({ db, api, now: () => now, random: () => 0.5 });

  return {
    async submit(count) {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1)
        ids.push(await submitCompleteDraft(db, `Pedido da tempestade n.º ${n}.`));
      return ids;
    },
    async runRound() {
      now = new Date(now.getTime() + HOUR_MS);
      await Promise.all(TABS.map(() => syncRound(context)));
    },
    hasOutgoing: () => hasOutgoing(db),
    countWaiting: () => countWaiting(db),
    referenceOf: async (id) => (await db.requests.get(id))?.reference,
    close: () => db.close(),
  };
}
