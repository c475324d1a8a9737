import type { Page } from '@playwright/test';
import { type Measurement, repeat, rowsOf } from '../measurement.ts';
import { isAsked, RUNS } from '../options.ts';
import { openList, type World } from '../world.ts';
import { type Press, WALK } from './walk.ts';

type Time = 'first' | 'later';
type Figures = Map<string, number>;

const GOAL_MS = 100;
const GOAL_WITH_CODE_MS = 200;
/** Nobody presses before they have seen what came. */
const REST_MS = 400;
/** For what the press has set going, and for the browser to tell of it. */
const SETTLE_MS = 400;
/** Browsers tell of no event that took less, and of the others in steps of eight. */
const LEAST_MS = 16;
const HOW = `Interaction to next paint (Event Timing; what is shorter than ${LEAST_MS} ms counts as ${LEAST_MS}) on a screen of 360 × 780`;

const nameOf = ({ name }: Press, time: Time) => `Press: ${name}, ${time}`;

/** Whoever asks for one row need not wait for what comes after it in a walk. */
const LAST = WALK.findLastIndex(
  (press) => isAsked(nameOf(press, 'first')) || isAsked(nameOf(press, 'later')),
);

/** Two walks in the life of one page, by the names of the rows. */
function walkTwice(world: World): Promise<Figures> {
  const walk = async ({ page }: { page: Page }) => {
    const figures: Figures = new Map();
    await openList(page);
    for (const time of ['first', 'later'] as const)
      for (const press of WALK.slice(0, LAST + 1))
        figures.set(nameOf(press, time), await untilNextPaint(page, press));
    return figures;
  };
  return world.visit(walk, { isPhone: true });
}

/** As the browser itself tells it: until the first frame after everything that hears of the press has run. Whoever presses sees then that they were heard. */
async function untilNextPaint(page: Page, { prepare, press, arrived, shows }: Press): Promise<number> {
  await prepare?.(page);
  await page.waitForTimeout(REST_MS);
  await page.evaluate(beginListening, LEAST_MS);
  await press(page);
  if (arrived) await page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();
  if (shows) await page.locator(shows).first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => (globalThis as unknown as { benchLongest: () => number }).benchLongest());
}

/** Runs in the page. One press is several events (down, up, click) with one number; it took as long as the longest of them. */
function beginListening(leastMs: number): void {
  let longest = leastMs;
  const note = (entries: PerformanceEntryList) => {
    for (const { interactionId, duration } of entries as (PerformanceEntry & { interactionId: number })[])
      if (interactionId > 0) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: leastMs } as PerformanceObserverInit);
  const benchLongest = () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
  Object.assign(globalThis, { benchLongest });
}

const rowOf = (press: Press, time: Time, goal: number, how: string) => ({
  name: nameOf(press, time),
  goal,
  unit: 'ms' as const,
  how,
  figureOf: (figures: Figures) => figures.get(nameOf(press, time)) ?? Number.NaN,
});

/** Two rows for each press: the first in the life of a page, and a later one of the same page. */
export const presses: readonly Measurement[] = rowsOf(
  (world) => repeat(RUNS, () => walkTwice(world)),
  WALK.flatMap((press) => [
    press.bringsCode
      ? rowOf(
          press,
          'first',
          GOAL_WITH_CODE_MS,
          `${HOW}; the first since the page was opened, with its code still to come.`,
        )
      : rowOf(press, 'first', GOAL_MS, `${HOW}; the first since the page was opened.`),
    rowOf(press, 'later', GOAL_MS, 'As above, again on the same page.'),
  ]),
);
