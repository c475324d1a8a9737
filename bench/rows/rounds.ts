import type { Page } from '@playwright/test';
import { type Step, TO_DESCRIPTION, TO_REQUEST, TO_SETTINGS, toHelp, toList } from '../../e2e/walk-steps.ts';
import { RUNS, repeat, rowsOf } from '../rows.ts';
import { openList } from '../world.ts';

const ROUNDS = 100;
/** After these rounds the page holds everything that each screen keeps once. */
const ROUNDS_BEFORE = 5;
const ENOUGH_RUNS = 3;
const REST_MS = 1_000;
/**
 * The engine goes on compiling functions that run often, for hundreds of rounds: with that code, which is not what a page keeps, the heap grows by ten times
 * as much.
 */
const WITHOUT_COMPILED_CODE = ['--js-flags=--jitless'];
const BYTES_PER_MB = 1_000_000;

/** The round passes five pages: list, request, draft, help and settings. A new request begins on the list. */
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

/** Returns what memory still holds after a garbage collection, as the browser counts it. */
async function countKept(page: Page): Promise<Kept> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.waitForTimeout(REST_MS);
  // The first collection runs finalisers, which let go of more; the second collects that.
  for (let time = 0; time < 2; time += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Kept;
}

/** Returns the counts before the rounds and after them. */
async function goAround({ page }: { page: Page }): Promise<Kept[]> {
  await openList(page);
  await goRounds(page, ROUNDS_BEFORE);
  const before = await countKept(page);
  await goRounds(page, ROUNDS);
  return [before, await countKept(page)];
}

const name = (what: string) => `A hundred rounds of five pages, more ${what}`;
const growthOf =
  (kind: keyof Kept, unit = 1) =>
  ([before, after]: Kept[]) =>
    ((after?.[kind] ?? Number.NaN) - (before?.[kind] ?? Number.NaN)) / unit;

export const rounds = rowsOf(
  (world) =>
    repeat(Math.min(ENOUGH_RUNS, RUNS), () =>
      world.visit(goAround, { isSlow: false, flags: WITHOUT_COMPILED_CODE }),
    ),
  {
    [name('nodes')]: growthOf('Nodes'),
    [name('listeners')]: growthOf('JSEventListeners'),
    [name('heap')]: growthOf('JSHeapUsedSize', BYTES_PER_MB),
  },
);
