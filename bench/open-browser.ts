import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { resolveBrowser } from '../e2e/browser.ts';

export const CPU_RATE = 4;
const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };
/** What a browser does for itself when it starts would be counted as the page's. */
const AT_REST_AFTER_MS = 2_500;
/** Tabs, address and what else a browser has above a page. */
const BARS_MOST_PX = 120;

export interface Profile {
  folder: string;
  remove(): void;
}

/** Of a browser that has never been anywhere. */
export function makeProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'e-clic-bench-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Opened {
  context: BrowserContext;
  /** Still empty, with the CPU throttled. */
  page: Page;
}

/** Starts a browser on that profile, and lets it come to rest. */
export async function openBrowser(
  { folder }: Profile,
  baseURL: string,
  { offline = false, cpuRate = CPU_RATE, isPhone = false } = {},
): Promise<Opened> {
  const viewport = isPhone ? PHONE : DESKTOP;
  const context = await chromium.launchPersistentContext(folder, {
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
  const session = await context.newCDPSession(page);
  await makeRoomForBars(session, viewport.height);
  await throttle(session, cpuRate);
  await page.waitForTimeout(AT_REST_AFTER_MS);
  return { context, page };
}

/** The driver leaves them none without a head: the page's last lines would lie outside the window, and what changes there would count as not painted. */
async function makeRoomForBars(session: CDPSession, pageHeight: number): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { height: pageHeight + BARS_MOST_PX } });
}

async function throttle(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
