import { test } from 'vitest';
import { timesInLevel } from '../../ops/test/level.ts';
import { checkPromises } from '../../testing/check-promises.ts';
import { createPretendServer } from '../../testing/pretend-account.ts';

/** How many schedules are tried; `npm run test:all -- soak` asks for many more. */
const SCHEDULES = Number(process.env.SCHEDULES ?? timesInLevel(100, 1_000));
const MS_PER_SCHEDULE = 2_000;

test(
  'whatever the tabs, the clock, the session and the network do: nothing lost, nothing sent twice, nothing under another’s name',
  () => checkPromises(createPretendServer, SCHEDULES),
  SCHEDULES * MS_PER_SCHEDULE,
);
