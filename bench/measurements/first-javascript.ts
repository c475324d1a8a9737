import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { OwnServer } from '../../e2e/reliability/own-server.ts';
import { signIn } from '../../e2e/steps.ts';
import { buildFolder } from '../../src/lib/serving/build-if-stale.ts';
import type { Measurement } from '../measurement.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';

/** It is the same every time, unless something that loads late were missed. */
const ENOUGH_RUNS = 5;
const CARD = 'main li h3';
const WHY_FEW = `${ENOUGH_RUNS} runs: the sizes are those of files.`;

export const firstJavaScriptOfSignIn: Measurement = {
  name: 'First JavaScript, sign-in',
  goal: 135,
  unit: 'kB',
  how: `All scripts that the page loads until the network is idle, gzipped, in kB of 1024 bytes. ${WHY_FEW}`,
  run: ({ server }) => weighAnew(server, '/entrar', 'h1'),
};

export const firstJavaScriptOfList: Measurement = {
  name: 'First JavaScript, list',
  goal: 165,
  unit: 'kB',
  how: `As above, signed in, with what the account holds on the device already. ${WHY_FEW}`,
  run: ({ server }) => weighAnew(server, '/pedidos', CARD, bringIn),
};

/** The code that takes in what the account holds is no part of a page's. */
async function bringIn(page: Page): Promise<void> {
  await signIn(page);
  await page.locator(CARD).first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function weighAnew(
  { origin }: OwnServer,
  path: string,
  selector: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<number[]> {
  const values: number[] = [];
  while (values.length < Math.min(ENOUGH_RUNS, RUNS)) {
    const profile = makeProfile();
    const { context, page } = await openBrowser(profile, origin);
    await prepare?.(page);
    // In a page of its own: in one in which somebody has pressed, what comes next is on its way.
    const fresh = await context.newPage();
    await page.close();
    values.push(await weigh(fresh, path, selector));
    await context.close();
    profile.remove();
  }
  return values;
}

async function weigh(page: Page, path: string, selector: string): Promise<number> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && pathname !== '/sw.js') scripts.add(pathname);
  });
  await page.goto(path);
  await page.locator(selector).first().waitFor();
  await page.waitForLoadState('networkidle');
  return [...scripts].reduce((sum, script) => sum + sizeKb(script), 0);
}

function sizeKb(script: string): number {
  return gzipSync(readFileSync(join(buildFolder('production'), script))).byteLength / 1024;
}
