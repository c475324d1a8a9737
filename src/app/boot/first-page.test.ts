import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { createFirstPage } from './first-page.ts';

it('lets what waits for the first page begin even where that page does not come', async () => {
  const clock = manualClock(NOON);
  const { painted } = createFirstPage(clock);
  let hasBegun = false;
  const begun = painted.then(() => {
    hasBegun = true;
  });
  clock.pass(2_999);
  await Promise.resolve();
  expect(hasBegun).toBe(false);
  clock.pass(1);
  await begun;
});

it('holds nothing up once it is stopped', async () => {
  const page = createFirstPage(manualClock(NOON));
  page.stop();
  await page.painted;
});
