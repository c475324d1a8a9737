import type { Page } from '@playwright/test';
import { type Step, TO_DESCRIPTION, TO_REQUEST, TO_SETTINGS, toHelp, toList } from '../../e2e/walk-steps.ts';
import { repeat } from '../figures.ts';
import { FEW_RUNS, rowsOf } from '../rows.ts';
import { openList } from '../world.ts';

const ROUNDS = 100;
/** After these rounds the page holds everything that each screen keeps once. */
const ROUNDS_BEFORE = 5;
const REST_MS = 1_000;
/** The engine goes on compiling functions that run often, for hundreds of rounds. That code is not what a page keeps, and would be ten times as much. */
const BROWSER = { isSlow: false, flags: ['--js-flags=--jitless'] };
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

async function goRound(page: Page): Promise<void> {
  for (const { prepare, press, arrived } of ROUND) {
    await prepare?.(page);
    await press(page);
    await page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();
  }
}

/** Returns what memory still holds after a garbage collection, as the browser counts it. */
async function countKept(page: Page): Promise<Map<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.waitForTimeout(REST_MS);
  // The first collection runs finalisers, which let go of more; the second collects that.
  await repeat(2, () => devtools.send('HeapProfiler.collectGarbage'));
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function goAround(page: Page) {
  await openList(page);
  await repeat(ROUNDS_BEFORE, () => goRound(page));
  const before = await countKept(page);
  await repeat(ROUNDS, () => goRound(page));
  return { before, after: await countKept(page) };
}

const growthOf =
  (metric: string, unit = 1) =>
  ({ before, after }: Awaited<ReturnType<typeof goAround>>) =>
    ((after.get(metric) ?? Number.NaN) - (before.get(metric) ?? Number.NaN)) / unit;

export const rounds = rowsOf((world) => repeat(FEW_RUNS, () => world.visit(goAround, BROWSER)), {
  'A hundred rounds of five pages, more nodes': growthOf('Nodes'),
  'A hundred rounds of five pages, more listeners': growthOf('JSEventListeners'),
  'A hundred rounds of five pages, more heap': growthOf('JSHeapUsedSize', BYTES_PER_MB),
});
