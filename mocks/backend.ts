import type { Call } from './call.ts';
import { catchUp } from './catch-up.ts';
import { makeOfficeFiles } from './office-files.ts';
import { seedWorld } from './seed.ts';
import type { Store } from './store.ts';
import { WORLD_FORMAT, type World } from './tables.ts';

/** Real time in ms. */
export type Clock = () => number;

export interface Backend {
  /** Runs one transaction: makes the world if there is none, lets the clerk catch up, then does the work. */
  run<R>(work: (call: Call) => Promise<R>): Promise<R>;
}

/** The only row of its table. */
export const WORLD_KEY = 'world';

/** The seed's requests take the numbers up to 123. */
const FIRST_REFERENCE = 108;

/** Makes an empty world, at the real time, without faults. */
export function newWorld(): World {
  return {
    format: WORLD_FORMAT,
    epoch: crypto.randomUUID().slice(0, 8),
    clockOffsetMs: 0,
    nextReference: FIRST_REFERENCE,
    lastSequence: 0,
    faults: { latencyMs: 0, errorRate: 0, dropRate: 0, lostAnswerRate: 0, offline: false },
  };
}

export function createBackend(store: Store, clock: Clock): Backend {
  return {
    async run(work) {
      const officeFiles = await makeOfficeFiles();
      return store.transact(async (tx) => {
        const kept = await tx.get('world', WORLD_KEY);
        const before = kept?.format === WORLD_FORMAT ? kept : undefined;
        const call: Call = { tx, realNow: clock(), officeFiles, world: before ?? newWorld() };
        if (!before) {
          await tx.clear();
          await seedWorld(call);
        }
        await catchUp(call);
        const result = await work(call);
        if (call.world !== before) await tx.put('world', WORLD_KEY, call.world);
        return result;
      });
    },
  };
}
