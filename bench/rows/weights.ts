import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { waitForWorker } from '../../e2e/reliability/fixtures.ts';
import { signIn } from '../../e2e/steps.ts';
import { buildFolder } from '../../serving/build-folder.ts';
import { type Rows, RUNS, repeat, rowsOf } from '../rows.ts';
import { withSlowLine } from '../slow-line.ts';
import { CARD, visit, type World } from '../world.ts';

/** It is the same every time, unless something that loads late were missed. */
const ENOUGH_RUNS = 3;
const BYTES_PER_KB = 1024;

/** In bytes. */
interface Weight {
  scripts: number;
  first: number;
  behind: number;
}

/** The code that takes in what the account holds is no part of a page's. */
async function bringIn(page: Page): Promise<void> {
  await signIn(page);
  await page.locator(CARD).first().waitFor();
  await page.waitForLoadState('networkidle');
}

function weigh({ origin: server }: World, path: string, prepare?: (page: Page) => Promise<void>) {
  return withSlowLine(server, ({ origin, bytes }) =>
    visit(origin, async ({ context, page }): Promise<Weight> => {
      await prepare?.(page);
      // In a page of its own: in one in which somebody has pressed, what comes next is on its way.
      const fresh = await context.newPage();
      await page.close();
      const before = bytes();
      const scripts = new Set<string>();
      fresh.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (pathname.endsWith('.js') && pathname !== '/sw.js') scripts.add(pathname);
      });
      await fresh.goto(path, { waitUntil: 'networkidle' });
      const first = bytes() - before;
      const gzipped = [...scripts].map(
        (script) => gzipSync(readFileSync(join(buildFolder('production'), script))).byteLength,
      );
      await waitForWorker(fresh);
      const behind = bytes() - before - first;
      return { scripts: gzipped.reduce((sum, each) => sum + each, 0), first, behind };
    }),
  );
}

function weighOften(path: string, prepare?: (page: Page) => Promise<void>) {
  return (world: World) => repeat(Math.min(ENOUGH_RUNS, RUNS), () => weigh(world, path, prepare));
}

export const weights: Rows = {
  ...rowsOf(weighOften('/entrar'), {
    'First JavaScript, sign-in': ({ scripts }) => scripts / BYTES_PER_KB,
    'Bytes as served, first visit of sign-in': ({ first }) => first / BYTES_PER_KB,
    'Bytes behind a first visit of sign-in': ({ behind }) => behind / BYTES_PER_KB,
  }),
  ...rowsOf(weighOften('/pedidos', bringIn), {
    'First JavaScript, list': ({ scripts }) => scripts / BYTES_PER_KB,
  }),
};
