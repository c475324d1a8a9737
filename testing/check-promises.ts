import fc from 'fast-check';
import { expect } from 'vitest';
import { SLOTS, schedule } from './sync-schedules.ts';
import { createSyncWorld, type OpenServer } from './sync-world.ts';

/** As a failure prints it, to see that failure again. */
const SEED = process.env.SEED;

/** Whatever the tabs, the clock, the session, the network and the clerk do: nothing lost, nothing sent twice, nothing under another's name. */
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
