import type { Page } from '@playwright/test';
import { collectScripts, totalKb } from '../../e2e/http/read-build.ts';
import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { signIn } from '../../e2e/steps.ts';
import { type Rows, RUNS, repeat, rowsOf } from '../rows.ts';
import { withSlowLine } from '../slow-line.ts';
import { CARD, type Opened, visit, type World } from '../world.ts';

/** Sizes are the same in each run, unless a run misses something that loads late. */
const ENOUGH_RUNS = 3;
const BYTES_PER_KB = 1024;

/** Brings the requests onto the device first, so that the code of the first pull does not count as the page's. */
async function bringIn(page: Page): Promise<void> {
  await signIn(page);
  await page.locator(CARD).first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Returns three sizes in kB: the page's scripts gzipped, all bytes until the network is idle, and the bytes that come after that. */
function weigh(path: string, prepare?: (page: Page) => Promise<void>) {
  const weighOnce = (bytes: () => number) => async (opened: Opened) => {
    await prepare?.(opened.page);
    // Opens a new page: one in which somebody has pressed is already fetching code for the next step.
    const page = await opened.context.newPage();
    await opened.page.close();
    const scripts = collectScripts(page);
    const before = bytes();
    await page.goto(path, { waitUntil: 'networkidle' });
    // The sizes are read before the worker has filled its store; its files count as coming after.
    const code = totalKb(scripts);
    const first = (bytes() - before) / BYTES_PER_KB;
    await waitForWorker(page);
    return [code, first, (bytes() - before) / BYTES_PER_KB - first];
  };
  return ({ origin: server }: World) =>
    repeat(Math.min(ENOUGH_RUNS, RUNS), () =>
      withSlowLine(server, ({ origin, bytes }) => visit(origin, weighOnce(bytes))),
    );
}

export const weights: Rows = {
  ...rowsOf(weigh('/entrar'), {
    'First JavaScript, sign-in': ([code = Number.NaN]) => code,
    'Bytes as served, first visit of sign-in': ([, first = Number.NaN]) => first,
    'Bytes behind a first visit of sign-in': ([, , behind = Number.NaN]) => behind,
  }),
  ...rowsOf(weigh('/pedidos', bringIn), { 'First JavaScript, list': ([code = Number.NaN]) => code }),
};
