import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { resolveBrowser } from '../e2e/browser.ts';

export const CPU_RATE = 4;
const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };
/** What a browser does for itself when it starts would be counted as the page's. */
const AT_REST_AFTER_MS = 2_500;
/** Tabs, address and what else a browser has above a page. */
const BARS_MOST_PX = 120;

export interface BrowserOptions {
  offline?: boolean;
  cpuRate?: number;
  isPhone?: boolean;
}

export interface Opened {
  context: BrowserContext;
  /** Still empty, with the CPU throttled. */
  page: Page;
}

/** Of a browser that has never been anywhere. */
export async function withProfile<T>(run: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'e-clic-bench-'));
  try {
    return await run(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Starts a browser on that profile, lets it come to rest, and ends it afterwards. */
export async function withBrowser<T>(
  profile: string,
  baseURL: string,
  run: (opened: Opened) => Promise<T>,
  { offline = false, cpuRate = CPU_RATE, isPhone = false }: BrowserOptions = {},
): Promise<T> {
  const viewport = isPhone ? PHONE : DESKTOP;
  const context = await chromium.launchPersistentContext(profile, {
    ...resolveBrowser(),
    baseURL,
    locale: 'pt-PT',
    timezoneId: 'Europe/Lisbon',
    viewport,
    hasTouch: isPhone,
    offline,
  });
  // What tsx adds to functions that are handed to the page.
  await context.addInitScript('globalThis.__name = (given) => given');
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  // The driver leaves none without a head: the page's last lines would lie outside the window, and what changes there would count as not painted.
  const { windowId } = await devtools.send('Browser.getWindowForTarget');
  const bounds = { height: viewport.height + BARS_MOST_PX };
  await devtools.send('Browser.setWindowBounds', { windowId, bounds });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
  await page.waitForTimeout(AT_REST_AFTER_MS);
  try {
    return await run({ context, page });
  } finally {
    await context.close();
  }
}

/** In a browser that has never been anywhere. */
export function withNewBrowser<T>(
  baseURL: string,
  run: (opened: Opened) => Promise<T>,
  options?: BrowserOptions,
): Promise<T> {
  return withProfile((profile) => withBrowser(profile, baseURL, run, options));
}

/** The worker has all that it keeps. */
export async function untilWorkerIsReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
