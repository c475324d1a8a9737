import { createApiClient } from '../api/client.ts';
import { type DemoState, readDemoState } from '../api/demo-calls.ts';
import { confirmCode, endSession, startPasswordSignIn } from '../api/session-calls.ts';
import { listAttachments } from '../db/attachments.ts';
import type { CitizenDatabase } from '../db/citizen-database.ts';
import { isOpen, listOpenDrafts, readDraft, saveDraft } from '../db/drafts.ts';
import { countWaiting, releaseWaiting } from '../db/outbox.ts';
import { submitDraft } from '../db/submit-draft.ts';
import { takeBack } from '../db/take-back.ts';
import { pull } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import { pushDrafts } from '../sync/push-drafts.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import { attachPdf, NOON, pdfBytes } from './builders.ts';
import { createFaultyTab, type NetworkFault } from './faulty-network.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { PRETEND_ORIGIN, type PretendAccount, signInMaria } from './pretend-account.ts';

const HEALING_ROUNDS = 12;
const HOUR_MS = 3_600_000;

/** What a citizen, their tabs, their clock and the network may do. Slots stand for drafts. */
export type Step =
  | { do: 'write'; slot: number; text: string }
  | { do: 'attach'; slot: number; size: number }
  | { do: 'submit'; slot: number }
  | { do: 'takeBack'; slot: number }
  | { do: 'rounds'; tabs: NetworkFault[][] }
  | { do: 'signIn'; niss: string }
  | { do: 'signOut' }
  | { do: 'wait'; ms: number };

interface Slot {
  draftId: string;
  /** What the citizen last saw saved. */
  text: string | null;
  /** Since when the citizen waits for it to arrive; taking back ends it. */
  isSubmitted: boolean;
}

export interface SyncWorld {
  take(step: Step): Promise<void>;
  /** Everything works again: Maria signs in, the network holds, time passes. */
  heal(): Promise<void>;
  /** Sentences about promises that were broken; empty is good. */
  findBroken(): Promise<string[]>;
}

/** A citizen's device with several tabs against the pretend server, for any schedule of steps. */
export async function createSyncWorld(slotCount: number): Promise<SyncWorld> {
  let now = NOON;
  const maria = await signInMaria(() => now);
  const db = openMemoryDatabase(maria.citizenId);
  const before = await readDemoState(maria.api);
  const slots: Slot[] = Array.from({ length: slotCount }, () => ({
    draftId: crypto.randomUUID(),
    text: null,
    isSubmitted: false,
  }));

  function slotAt(index: number): Slot {
    const slot = slots[index];
    if (!slot) throw new Error(`There is no slot ${index}`);
    return slot;
  }

  async function write({ slot: index, text }: Step & { do: 'write' }): Promise<void> {
    const slot = slotAt(index);
    const baseRevision = (await readDraft(db, slot.draftId))?.revision ?? 0;
    const patch = { kind: 'information', topic: { status: 'unknown' }, description: text } as const;
    const result = await saveDraft(db, slot.draftId, { patch, baseRevision, writer: 'tab' }, now);
    if (result.status !== 'frozen') slot.text = text;
  }

  async function runRound(faults: NetworkFault[]): Promise<void> {
    const tab = createFaultyTab(maria.server, faults);
    const context: SyncContext = {
      db,
      api: createApiClient(PRETEND_ORIGIN, tab.server),
      now: () => now,
      random: () => 0.5,
      isVisible: () => true,
      isStopping: () => false,
    };
    const round = async () => {
      await push(context);
      await pushDrafts(context);
      await pull(context);
    };
    await Promise.race([round(), tab.killed]);
  }

  async function signIn(niss: string): Promise<void> {
    await startPasswordSignIn(maria.api, { niss, password: 'Demonstracao1' });
    await confirmCode(maria.api, '123456');
    if (niss === '10000000000') await releaseWaiting(db, now);
  }

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'write':
        return write(step);
      case 'attach': {
        const { draftId } = slotAt(step.slot);
        if (isOpen(await readDraft(db, draftId))) await attachPdf(db, draftId, pdfBytes(step.size));
        return;
      }
      case 'submit': {
        const slot = slotAt(step.slot);
        const isThere = isOpen(await readDraft(db, slot.draftId));
        const { ok } = await submitDraft(db, slot.draftId, now);
        if (ok && isThere) slot.isSubmitted = true;
        return;
      }
      case 'takeBack': {
        const slot = slotAt(step.slot);
        if (await takeBack(db, slot.draftId, now)) slot.isSubmitted = false;
        return;
      }
      case 'rounds':
        await Promise.all(step.tabs.map(runRound));
        return;
      case 'signIn':
        return signIn(step.niss);
      case 'signOut':
        await endSession(maria.api);
        return;
      case 'wait':
        now = new Date(now.getTime() + step.ms);
    }
  }

  async function heal(): Promise<void> {
    for (let round = 0; round < HEALING_ROUNDS; round += 1) {
      now = new Date(now.getTime() + HOUR_MS);
      await signIn('10000000000');
      await runRound([]);
      if ((await countWaiting(db)) === 0 && round > 1) return;
    }
  }

  return {
    take,
    heal,
    findBroken: async () => describeBroken(slots, await readDemoState(maria.api), before, db, maria),
  };
}

async function describeBroken(
  slots: Slot[],
  state: DemoState,
  before: DemoState,
  db: CitizenDatabase,
  maria: PretendAccount,
): Promise<string[]> {
  const broken: string[] = [];
  if ((await countWaiting(db)) > 0) broken.push('something waits for ever');
  const mine = new Set(slots.map(({ draftId }) => draftId));
  const known = new Set(before.requests.map(({ id }) => id));
  const strangers = state.requests.filter(({ id }) => !known.has(id) && !mine.has(id));
  if (strangers.length > 0) broken.push('a request that nobody submitted');

  const drafts = await listOpenDrafts(db);
  for (const { draftId, text, isSubmitted } of slots) {
    const requests = state.requests.filter(({ id }) => id === draftId);
    if (requests.length > 1) broken.push('two requests for one draft');
    if (requests.some(({ commits }) => commits !== 1)) broken.push('a commit took effect twice');
    const texts = [...requests, ...drafts].map(({ description }) => description);
    if (text !== null && !texts.includes(text)) broken.push(`lost: ${text}`);
    if (isSubmitted && requests.length === 0) broken.push(`submitted, but no request: ${text}`);
    const local = await db.requests.get(draftId);
    if (requests.length === 1 && local?.reference !== requests[0]?.reference) {
      broken.push('the device does not know the reference');
    }
    if (requests.length === 1 && (await db.drafts.get(draftId)))
      broken.push('sent, and offered again as a draft');
    if (
      requests.length === 0 &&
      (await listAttachments(db, draftId)).length > 0 &&
      !(await db.chunks.count())
    ) {
      broken.push('bytes erased before they arrived');
    }
  }
  return [...broken, ...(await findUnderOthers(maria, mine))];
}

/** What went out under another person's session would show in that person's own requests. */
async function findUnderOthers(maria: PretendAccount, mine: Set<string>): Promise<string[]> {
  await startPasswordSignIn(maria.api, { niss: '11000000007', password: 'Demonstracao1' });
  await confirmCode(maria.api, '123456');
  for (const id of mine) {
    const { data } = await maria.api.http.GET('/requests/{requestId}', {
      params: { path: { requestId: id } },
    });
    if (data) return ['sent under another person’s session'];
  }
  return [];
}
