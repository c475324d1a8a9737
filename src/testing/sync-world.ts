import { createApiClient } from '../api/client.ts';
import { readDemoState } from '../api/demo-calls.ts';
import { confirmCode, endSession, startPasswordSignIn } from '../api/session-calls.ts';
import { isOpen, readDraft, saveDraft } from '../db/drafts/drafts.ts';
import { hasOutgoing, releaseWaiting } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { pull } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import { pushDrafts } from '../sync/push-drafts.ts';
import type { SyncContext } from '../sync/sync-context.ts';
import { describeBrokenFollowUp } from './broken-follow-up.ts';
import { describeBroken, findUnderOthers, type Slot } from './broken-promises.ts';
import { attachPdf, NOON, pdfBytes } from './builders.ts';
import { createFaultyTab, type NetworkFault } from './faulty-network.ts';
import { type FollowUpStep, registerFollowedRequest, takeFollowUp } from './follow-up-world.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { PRETEND_ORIGIN, signInMaria } from './pretend-account.ts';

const HEALING_ROUNDS = 12;
const HOUR_MS = 3_600_000;

/** What a citizen, their tabs, their clock, the network and the clerk may do. Slots stand for drafts. */
export type Step =
  | { do: 'write'; slot: number; text: string }
  | { do: 'attach'; slot: number; size: number }
  | { do: 'submit'; slot: number }
  | { do: 'takeBack'; slot: number }
  | { do: 'rounds'; tabs: NetworkFault[][] }
  | { do: 'signIn'; niss: string }
  | { do: 'signOut' }
  | { do: 'wait'; ms: number }
  | FollowUpStep;

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
  let serverNow = NOON;
  const maria = await signInMaria(() => serverNow);
  const db = openMemoryDatabase(maria.citizenId);
  const memory = await registerFollowedRequest(maria);
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

  /** A device's clock may be set back; the server's only goes on. */
  function pass(ms: number): void {
    now = new Date(now.getTime() + ms);
    serverNow = new Date(serverNow.getTime() + Math.max(ms, 0));
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
        return pass(step.ms);
      default:
        return takeFollowUp(step, { db, maria, memory, now });
    }
  }

  async function heal(): Promise<void> {
    for (let round = 0; round < HEALING_ROUNDS; round += 1) {
      pass(HOUR_MS);
      await signIn('10000000000');
      await runRound([]);
      if (!(await hasOutgoing(db)) && round > 1) return;
    }
  }

  return {
    take,
    heal,
    findBroken: async () => [
      ...(await describeBroken(slots, await readDemoState(maria.api), before, db)),
      ...(await describeBrokenFollowUp(memory, maria.api, db)),
      ...(await findUnderOthers(maria, slots)),
    ],
  };
}
