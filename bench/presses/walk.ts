import type { Page } from '@playwright/test';
import type { Measurement } from '../measurement.ts';
import { isAsked, RUNS } from '../options.ts';
import { untilNextPaint } from '../until-next-paint.ts';
import type { World } from '../world.ts';

/** One press or key on a walk through the app. */
interface Press {
  name: string;
  /** What is done on the page before, unmeasured. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Presses, and waits until the page shows the answer: by selectors, since to look for roles and names keeps the page busy, up to 0.1 s of its press. */
  press: (page: Page) => Promise<unknown>;
  /** Whether the first press of a page's life has code to fetch and to run. */
  bringsCode: boolean;
}

export interface Walk {
  begin: (page: Page) => Promise<unknown>;
  presses: readonly Press[];
}

const GOAL_MS = 100;
const GOAL_WITH_CODE_MS = 200;
/** Nobody presses before they have seen what came. */
const REST_MS = 400;
const HOW =
  'Interaction to next paint (Event Timing; what is shorter than 16 ms counts as 16) on a touch screen of 360 × 780';

/** Two rows for each press: the first in the life of a page, and a later one of the same page. All rows come from the same walks. */
export function measurePresses(walk: Walk): Measurement[] {
  const figures = new Map<string, number[]>();
  return walk.presses.flatMap(({ name, bringsCode }) => [
    {
      name: firstName(name),
      goal: bringsCode ? GOAL_WITH_CODE_MS : GOAL_MS,
      unit: 'ms',
      how: `${HOW}; the first since the page was opened${bringsCode ? ', with its code still to come' : ''}.`,
      run: (world) => figuresFor(firstName(name), world),
    },
    {
      name: laterName(name),
      goal: GOAL_MS,
      unit: 'ms',
      how: 'As above, again on the same page.',
      run: (world) => figuresFor(laterName(name), world),
    },
  ]);

  async function figuresFor(row: string, world: World): Promise<number[]> {
    if (!figures.has(row)) await walkOften(world);
    return figures.get(row) ?? [];
  }

  async function walkOften(world: World): Promise<void> {
    for (let run = 0; run < RUNS; run += 1) {
      const { page, close } = await world.open({ isPhone: true });
      await walk.begin(page);
      for (const nameOf of [firstName, laterName])
        for (const press of pressesUntilLastAsked(walk)) {
          const row = nameOf(press.name);
          figures.set(row, [...(figures.get(row) ?? []), await measure(page, press)]);
        }
      await close();
    }
  }
}

const firstName = (name: string) => `Press: ${name}, first`;
const laterName = (name: string) => `Press: ${name}, later`;

/** Whoever asks for one row need not wait for what comes after it. */
function pressesUntilLastAsked({ presses }: Walk): readonly Press[] {
  const last = presses.findLastIndex(({ name }) => isAsked(firstName(name)) || isAsked(laterName(name)));
  return presses.slice(0, last + 1);
}

async function measure(page: Page, { prepare, press }: Press): Promise<number> {
  await prepare?.(page);
  await page.waitForTimeout(REST_MS);
  return untilNextPaint(page, () => press(page));
}
