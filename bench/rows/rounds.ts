import type { Page } from '@playwright/test';
import { type Step, TO_DESCRIPTION, TO_REQUEST, TO_SETTINGS, toHelp, toList } from '../../e2e/walk-steps.ts';
import { type Measurement, repeat, rowsOf } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { openList, type World } from '../world.ts';

const ROUNDS = 100;
/** Every page has been seen by then, and what they keep once is there. */
const ROUNDS_BEFORE = 5;
/** What is left behind once in each round would be a hundred; fewer than half of that is what the last page happens to hold. */
const CHANCE = ROUNDS / 2;
const ENOUGH_RUNS = 3;
const REST_MS = 1_000;
const BYTES_PER_MB = 1_000_000;

/** The five pages; a new request is begun on the list. */
const ROUND: readonly Step[] = [
  TO_REQUEST,
  toList('request'),
  TO_DESCRIPTION,
  toHelp('description'),
  TO_SETTINGS,
  toList('settings'),
];

async function goRounds(page: Page, rounds: number): Promise<void> {
  for (const { prepare, press, arrived } of Array.from({ length: rounds }, () => ROUND).flat()) {
    await prepare?.(page);
    await press(page);
    await page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();
  }
}

type Kept = Record<'Nodes' | 'JSEventListeners' | 'JSHeapUsedSize', number>;

/** What is in memory and cannot be thrown away, as the browser counts it. */
async function countKept(page: Page): Promise<Kept> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.waitForTimeout(REST_MS);
  // What waits to be told that something is gone lets go of more.
  for (let time = 0; time < 2; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Kept;
}

function growOnce(world: World): Promise<Kept> {
  return world.visit(
    async ({ page }) => {
      await openList(page);
      await goRounds(page, ROUNDS_BEFORE);
      const before = await countKept(page);
      await goRounds(page, ROUNDS);
      const after = await countKept(page);
      return {
        Nodes: after.Nodes - before.Nodes,
        JSEventListeners: after.JSEventListeners - before.JSEventListeners,
        JSHeapUsedSize: after.JSHeapUsedSize - before.JSHeapUsedSize,
      };
    },
    { cpuRate: 1 },
  );
}

const name = (what: string) => `A hundred rounds of five pages, more ${what}`;

export const rounds: readonly Measurement[] = rowsOf(
  (world) => repeat(Math.min(ENOUGH_RUNS, RUNS), () => growOnce(world)),
  [
    {
      name: name('nodes'),
      goal: CHANCE,
      unit: 'nodes',
      how: `List, request, draft, *Ajuda* and *Definições*, ${ROUNDS} times in one page that has seen ${ROUNDS_BEFORE} rounds before: how many more there are afterwards, without garbage, the CPU not throttled. One left behind in each round would be ${ROUNDS}; ${ENOUGH_RUNS} runs.`,
      figureOf: ({ Nodes }) => Nodes,
    },
    {
      name: name('listeners'),
      goal: CHANCE,
      unit: 'listeners',
      how: 'As above.',
      figureOf: ({ JSEventListeners }) => JSEventListeners,
    },
    {
      name: name('heap'),
      goal: 2,
      unit: 'MB',
      how: 'As above, in MB of 1 000 000 bytes.',
      figureOf: ({ JSHeapUsedSize }) => JSHeapUsedSize / BYTES_PER_MB,
    },
  ],
);
