import type { Page } from '@playwright/test';
import { collectScripts, totalKb } from '../../e2e/http/read-build.ts';
import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { signIn } from '../../e2e/steps.ts';
import { type Rows, RUNS, repeat, rowsOf } from '../rows.ts';
import { withSlowLine } from '../slow-line.ts';
import { CARD, type Opened, visit, type World } from '../world.ts';

/** It is the same every time, unless something that loads late were missed. */
const ENOUGH_RUNS = 3;
const BYTES_PER_KB = 1024;

/** The code that takes in what the account holds is no part of a page's. */
async function bringIn(page: Page): Promise<void> {
  await signIn(page);
  await page.locator(CARD).first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Of its scripts gzipped, of all that comes until the network is idle, and of what comes behind, in kB. */
function weigh(path: string, prepare?: (page: Page) => Promise<void>) {
  const weighOnce = (bytes: () => number) => async (opened: Opened) => {
    await prepare?.(opened.page);
    // In a page of its own: in one in which somebody has pressed, what comes next is on its way.
    const page = await opened.context.newPage();
    await opened.page.close();
    const scripts = collectScripts(page);
    const before = bytes();
    await page.goto(path, { waitUntil: 'networkidle' });
    // What comes while the worker fills its store comes behind.
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
