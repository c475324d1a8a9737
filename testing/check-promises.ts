import fc from 'fast-check';
import { expect } from 'vitest';
import { SLOTS, schedule } from './sync-schedules.ts';
import { createSyncWorld, type OpenServer } from './sync-world.ts';

/** The seed that a failed run prints; it repeats that failure. */
const SEED = process.env.SEED;

/** Checks that nothing is lost, sent twice or sent under another name, whatever the tabs, the clock, the session, the network and the clerk do. */
export async function checkPromises(openServer: OpenServer, schedules: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(schedule, async (steps) => {
      const world = await createSyncWorld(SLOTS, openServer);
      for (const one of steps) await world.take(one);
      await world.heal();
      expect(await world.findBroken()).toEqual([]);
      world.end();
    }),
    { numRuns: schedules, ...(SEED && { seed: Number(SEED) }) },
  );
}
