import type { Page } from '@playwright/test';
import { collectScripts, totalKb } from '../../e2e/http/read-build.ts';
import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { repeat } from '../figures.ts';
import { FEW_RUNS, type Rows, rowsOf } from '../rows.ts';
import { withSlowLine } from '../slow-line.ts';
import { beMaria, visit, type World } from '../world.ts';

const BYTES_PER_KB = 1024;

/** Brings the requests onto the device first, so that the code of the first pull does not count as the page's. */
async function bringIn(page: Page): Promise<void> {
  await beMaria(page);
  await page.waitForLoadState('networkidle');
}

/** Returns three sizes in kB: the page's scripts gzipped, all bytes until the network is idle, and the bytes that come after that. */
function weigh(path: string, prepare?: (page: Page) => Promise<void>) {
  const weighOnce = (bytes: () => number) => async (opened: Page) => {
    await prepare?.(opened);
    // Opens a new page: one in which somebody has pressed is already fetching code for the next step.
    const page = await opened.context().newPage();
    await opened.close();
    const scripts = collectScripts(page);
    const before = bytes();
    await page.goto(path, { waitUntil: 'networkidle' });
    // The sizes are read before the worker has filled its store; its files count as coming after.
    const code = totalKb(scripts);
    const first = (bytes() - before) / BYTES_PER_KB;
    await waitForWorker(page);
    return { code, first, behind: (bytes() - before) / BYTES_PER_KB - first };
  };
  return ({ origin: server }: World) =>
    repeat(FEW_RUNS, () => withSlowLine(server, ({ origin, bytes }) => visit(origin, weighOnce(bytes))));
}

export const weights: Rows = {
  ...rowsOf(weigh('/entrar'), {
    'First JavaScript, sign-in': ({ code }) => code,
    'Bytes as served, first visit of sign-in': ({ first }) => first,
    'Bytes behind a first visit of sign-in': ({ behind }) => behind,
  }),
  ...rowsOf(weigh('/pedidos', bringIn), { 'First JavaScript, list': ({ code }) => code }),
};
