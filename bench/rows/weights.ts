import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { signIn } from '../../e2e/steps.ts';
import { buildFolder } from '../../serving/build-folder.ts';
import { type Measurement, repeat, rowsOf } from '../measurement.ts';
import { untilWorkerIsReady, withNewBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { withSlowLine } from '../slow-line.ts';
import { CARD, openList, type World } from '../world.ts';

/** It is the same every time, unless something that loads late were missed. */
const ENOUGH_RUNS = 3;
const FEW = Math.min(ENOUGH_RUNS, RUNS);
const WHY_FEW = `${ENOUGH_RUNS} runs: the sizes are those of files.`;
const BYTES_PER_KB = 1024;

const openSignIn = (page: Page) => page.goto('/entrar');

/** The code that takes in what the account holds is no part of a page's. */
async function bringIn(page: Page): Promise<void> {
  await signIn(page);
  await page.locator(CARD).first().waitFor();
  await page.waitForLoadState('networkidle');
}

function scriptsOf(
  open: (page: Page) => Promise<unknown>,
  prepare?: (page: Page) => Promise<void>,
): Measurement['run'] {
  return ({ server }) =>
    repeat(FEW, () =>
      withNewBrowser(server.origin, async ({ context, page }) => {
        await prepare?.(page);
        // In a page of its own: in one in which somebody has pressed, what comes next is on its way.
        const fresh = await context.newPage();
        await page.close();
        const scripts = new Set<string>();
        fresh.on('response', (response) => {
          const { pathname } = new URL(response.url());
          if (pathname.endsWith('.js') && pathname !== '/sw.js') scripts.add(pathname);
        });
        await open(fresh);
        await fresh.waitForLoadState('networkidle');
        return [...scripts].reduce((sum, script) => sum + gzippedBytes(script), 0) / BYTES_PER_KB;
      }),
    );
}

function gzippedBytes(script: string): number {
  return gzipSync(readFileSync(join(buildFolder('production'), script))).byteLength;
}

interface Served {
  first: number;
  behind: number;
}

function measureServed({ server }: World): Promise<Served[]> {
  return repeat(FEW, () =>
    withSlowLine(server.origin, ({ origin, bytes }) =>
      withNewBrowser(origin, async ({ page }) => {
        await page.goto('/entrar', { waitUntil: 'networkidle' });
        const first = bytes();
        await untilWorkerIsReady(page);
        return { first, behind: bytes() - first };
      }),
    ),
  );
}

export const weights: readonly Measurement[] = [
  {
    name: 'First JavaScript, sign-in',
    goal: 135,
    unit: 'kB',
    how: `All scripts that the page loads until the network is idle, gzipped, in kB of 1024 bytes. ${WHY_FEW}`,
    run: scriptsOf(openSignIn),
  },
  {
    name: 'First JavaScript, list',
    goal: 171,
    unit: 'kB',
    how: `As above, signed in, with what the account holds on the device already. ${WHY_FEW}`,
    run: scriptsOf(openList, bringIn),
  },
  ...rowsOf(measureServed, [
    {
      name: 'Bytes as served, first visit of sign-in',
      goal: 180,
      unit: 'kB',
      how: `Page, scripts, style sheets, words and fonts as they go over the line until the network is idle, compressed or not as the server sends them, without what comes behind; in kB of 1024 bytes. ${WHY_FEW}`,
      figureOf: ({ first }) => first / BYTES_PER_KB,
    },
    {
      name: 'Bytes behind a first visit of sign-in',
      goal: 1_333,
      unit: 'kB',
      how: `What comes after that, as served, in the same runs, until the worker has all with which the app opens without a connection, itself included. The goal is what was seen first, and a twentieth more. ${WHY_FEW}`,
      figureOf: ({ behind }) => behind / BYTES_PER_KB,
    },
  ]),
];
