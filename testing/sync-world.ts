import type { Server } from '../contract/server.ts';
import { createApiClient } from '../src/api/client.ts';
import { readDemoState } from '../src/api/demo-calls.ts';
import { endSession } from '../src/api/session-calls.ts';
import { patchSyncState } from '../src/db/core/metadata.ts';
import { hasOutgoing, releaseWaiting } from '../src/db/outbox/outbox.ts';
import type { Clock } from '../src/lib/clock.ts';
import { sendInBackground } from '../src/sync/send-in-background.ts';
import { describeBrokenFollowUp } from './broken-follow-up.ts';
import { describeBroken, findUnderOthers } from './broken-promises.ts';
import { NOON } from './builders.ts';
import { type DraftStep, emptySlot, type Slot, takeDraftStep } from './draft-world.ts';
import { createFaultyTab, type NetworkFault } from './faulty-network.ts';
import { type FollowUpStep, registerFollowedRequest, takeFollowUp } from './follow-up-world.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { JOAO_NISS, MARIA_NISS, PRETEND_ORIGIN, readAccount, signInAs } from './pretend-account.ts';
import { createPretendPage } from './pretend-page.ts';
import { signInAtServer } from './sign-in.ts';
import { createTestSyncContext, syncRound } from './test-sync-context.ts';
import { readAllWords } from './written-words.ts';

const HEALING_ROUNDS = 12;
/** How often a worker pauses and tries again before the browser ends its time. */
const WORKER_PAUSES = 3;
const HOUR_MS = 3_600_000;

/** What a citizen, their tabs, their clock, the network and the clerk may do. */
export type Step =
  | DraftStep
  /** One round of sync in each tab. `worker`: the faults of the worker that is woken in the same moment; null if it sleeps. */
  | { do: 'rounds'; tabs: NetworkFault[][]; worker: NetworkFault[] | null }
  | { do: 'signIn'; niss: string }
  | { do: 'signOut' }
  /** The session ends by time, or because nobody was there; its ticket may still send. `isKnown`: the page has noticed. */
  | { do: 'sessionEnds'; isKnown: boolean }
  | { do: 'wait'; ms: number }
  | FollowUpStep;

export interface SyncWorld {
  take(step: Step): Promise<void>;
  /** Makes everything work again: João signs in, the network holds, time passes. */
  heal(): Promise<void>;
  /** Returns the promises that were broken, one sentence each. */
  findBroken(): Promise<string[]>;
  /** Closes the device's database; left open, the database of every schedule would stay in memory. */
  end(): void;
}

/** Opens a server for one schedule. Its office has the time that `now` returns. */
export type OpenServer = (now: () => Date) => Server | Promise<Server>;

/** Makes a citizen's device with several tabs and a server, for any schedule of steps. */
export async function createSyncWorld(slotCount: number, openServer: OpenServer): Promise<SyncWorld> {
  let now = NOON;
  let serverNow = NOON;
  const joao = await signInAs(JOAO_NISS, await openServer(() => serverNow));
  const db = openMemoryDatabase(joao.citizenId);
  const page = createPretendPage(db, () => now);
  const memory = await registerFollowedRequest(joao);
  const before = await readDemoState(joao.api);
  const slots = Array.from({ length: slotCount }, emptySlot);

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

  async function runRound(faults: NetworkFault[]): Promise<void> {
    const tab = createFaultyTab(joao.server, faults);
    const api = createApiClient(PRETEND_ORIGIN, tab.server);
    const context = createTestSyncContext({ db, api, now: () => now, random: () => 0.5 });
    await Promise.race([syncRound(context), tab.killed]);
  }

  async function wakeWorker(faults: NetworkFault[]): Promise<void> {
    const { server, killed } = createFaultyTab(joao.server, faults);
    const end = new AbortController();
    let pauses = 0;
    const clock: Clock = {
      now: () => now,
      after(ms, run) {
        pass(ms);
        pauses += 1;
        if (pauses === WORKER_PAUSES) end.abort();
        run();
        return () => undefined;
      },
    };
    const sending = sendInBackground({
      db,
      api: createApiClient(PRETEND_ORIGIN, server),
      clock,
      random: () => 0.5,
      locks: undefined,
      isVisible: false,
      isHere: async () => true,
      signal: end.signal,
    });
    await Promise.race([sending, killed]);
  }

  async function signIn(niss: string): Promise<void> {
    await signInAtServer(joao.api, niss);
    if (niss === JOAO_NISS) await releaseWaiting(db, now);
  }

  async function take(step: Step): Promise<void> {
    switch (step.do) {
      case 'rounds':
        await Promise.all([...step.tabs.map(runRound), step.worker && wakeWorker(step.worker)]);
        return;
      case 'signIn':
        return signIn(step.niss);
      case 'signOut':
        await endSession(joao.api);
        return;
      case 'sessionEnds':
        await endSession(joao.api, { idle: true });
        if (step.isKnown) await patchSyncState(db, { connection: 'signedOut' });
        return;
      case 'wait':
        return pass(step.ms);
      default: {
        if ('slot' in step) return takeDraftStep(step, slotAt(step.slot), { db, page, now });
        return takeFollowUp(step, { db, page, account: joao, memory, now });
      }
    }
  }

  async function heal(): Promise<void> {
    for (let round = 0; round < HEALING_ROUNDS; round += 1) {
      pass(HOUR_MS);
      await signIn(JOAO_NISS);
      await runRound([]);
      if (!(await hasOutgoing(db)) && round > 1) return;
    }
  }

  async function findBroken(): Promise<string[]> {
    const state = await readDemoState(joao.api);
    const account = await readAccount(joao);
    const everywhere = await readAllWords(db, account);
    const aftermath = { db, state, before, account, everywhere };
    return [
      ...(await describeBroken(slots, aftermath)),
      ...(await describeBrokenFollowUp(memory, aftermath)),
      ...(await findUnderOthers(joao, MARIA_NISS, slots)),
    ];
  }

  return { take, heal, findBroken, end: () => db.close() };
}
