import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type FileList, pathOfFileList } from '../../shared/file-list.ts';

export const DIST = join(import.meta.dirname, '../../dist');

/** The name of the production build under test. */
export const BUILD_ID =
  /\/assets\/(\w+)\/index\.js/.exec(readFileSync(join(DIST, 'app.html'), 'utf8'))?.[1] ?? '';

/** The folder of the build's scripts. */
export const CODE = join(DIST, 'assets', BUILD_ID);

/** Returns the files of the build that a device may keep. */
export function readFileList(): FileList {
  return JSON.parse(readFileSync(join(DIST, pathOfFileList(BUILD_ID)), 'utf8'));
}

/**
 * Returns a file's size in kB of 1024 bytes, like the browser's own tools. It counts the gzipped file, which the build writes beside each file that gains by
 * it.
 */
export function sizeKb(path: string): number {
  const file = join(DIST, path);
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size / 1024;
}

/** Collects the scripts that a page loads from now on, but for the worker's. */
export function collectScripts(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js') && pathname !== '/sw.js') scripts.add(pathname);
  });
  return scripts;
}

/** Adds up the sizes of several scripts. */
export function totalKb(scripts: Iterable<string>): number {
  return [...scripts].reduce((sum, script) => sum + sizeKb(script), 0);
}

/** Opens a page without what it fetches a second and more after it is painted: that is not its own, and on a slow machine it would be counted. */
export async function openWithoutLater(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const setReal = window.setTimeout.bind(window);
    const day = 86_400_000;
    const setSoon = (run: () => void, ms = 0) => setReal(run, ms >= 1_000 ? day : ms);
    Object.assign(window, { setTimeout: setSoon });
  });
  return page;
}
