import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SLOTS, schedule } from '../testing/sync-schedules.ts';
import { createSyncWorld } from '../testing/sync-world.ts';

/** `npm run test:soak` asks for many more. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 1_000);
/** As a failure prints it, to see that failure again. */
const SEED = process.env.SEED;
const MS_PER_SCHEDULE = 2_000;

test(
  'whatever the tabs, the clock, the session and the network do: nothing lost, nothing sent twice, nothing under another’s name',
  async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const world = await createSyncWorld(SLOTS);
        for (const one of steps) await world.take(one);
        await world.heal();
        expect(await world.findBroken()).toEqual([]);
        world.end();
      }),
      { numRuns: SCHEDULES, ...(SEED && { seed: Number(SEED) }) },
    );
  },
  SCHEDULES * MS_PER_SCHEDULE,
);
