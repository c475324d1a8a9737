import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cookie, chromium, expect, type Page } from '@playwright/test';
import { resolveBrowser } from '../e2e/browser.ts';
import { slowDown } from '../e2e/record-film.ts';
import { waitForWorker } from '../e2e/reliability/fixtures.ts';
import { startOwnServer } from '../e2e/reliability/own-server.ts';
import { signIn } from '../e2e/steps.ts';
import { createLongLife, serveLife } from './long-life.ts';

const PORT = 4390;
const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 900 };
/** The time that a browser needs after its start for work of its own, which would be counted as the page's. */
const AT_REST_AFTER_MS = 2_500;
/** The height of tabs, address and whatever else a browser has above a page. */
const BARS_MOST_PX = 120;
const FIRST_PULL_MS = 300_000;
export const CARD = 'main li h3';

interface VisitOptions {
  /** The profile of an earlier visit; without it, the browser starts with an empty one. */
  profile?: string;
  cookies?: Cookie[];
  offline?: boolean;
  /** Slows the CPU down to a phone's; on by default. */
  isSlow?: boolean;
  isPhone?: boolean;
  flags?: readonly string[];
}

export type Use<T> = (page: Page) => Promise<T>;

/** The built app over real HTTP, and the profile of a browser in which Maria has a long life of requests. */
export interface World {
  origin: string;
  /** Starts the browser anew on Maria's profile, and closes it afterwards. */
  visit<T>(use: Use<T>, options?: VisitOptions): Promise<T>;
}

export async function withProfile<T>(run: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'e-clic-bench-'));
  return run(profile).finally(() => rmSync(profile, { recursive: true, force: true }));
}

/** Starts a browser, lets it come to rest, and ends it afterwards. */
export async function visit<T>(baseURL: string, use: Use<T>, options: VisitOptions = {}): Promise<T> {
  const { profile, cookies = [], offline = false, isSlow = true, isPhone = false, flags = [] } = options;
  if (profile === undefined)
    return withProfile((fresh) => visit(baseURL, use, { ...options, profile: fresh }));
  const viewport = isPhone ? PHONE : DESKTOP;
  const { executablePath, args } = resolveBrowser();
  // The page's last lines would lie outside a smaller window, and what changes there would count as not painted.
  const window = `--window-size=${viewport.width},${viewport.height + BARS_MOST_PX}`;
  const browser = { executablePath, args: [...args, window, ...flags], viewport, hasTouch: isPhone };
  const place = { baseURL, locale: 'pt-PT', timezoneId: 'Europe/Lisbon', offline };
  const context = await chromium.launchPersistentContext(profile, { ...browser, ...place });
  await context.addCookies(cookies);
  // tsx adds calls of this function to the functions that are handed to the page.
  await context.addInitScript('globalThis.__name = (given) => given');
  const page = context.pages()[0] ?? (await context.newPage());
  if (isSlow) await slowDown(page);
  await page.waitForTimeout(AT_REST_AFTER_MS);
  return use(page).finally(() => context.close());
}

export async function openList(page: Page): Promise<void> {
  await page.goto('/pedidos');
  await expect(page.locator(CARD).first()).toBeVisible();
}

/** Signs Maria in, and waits until all is there with which the app opens without a connection. */
export async function beMaria(page: Page): Promise<void> {
  await signIn(page);
  await page.locator(CARD).first().waitFor();
  await waitForWorker(page);
}

/** Runs with a server and the profile of one citizen, on which a browser is started for each visit. */
export async function withWorld(run: (world: World) => Promise<void>): Promise<void> {
  const { origin, close } = await startOwnServer(PORT);
  const runAsMaria = async (profile: string) => {
    // A browser forgets its session's cookie when it ends, and Maria would be asked to sign in again.
    const cookies = await visit(origin, pullLife, { profile, isSlow: false });
    await run({ origin, visit: (use, options) => visit(origin, use, { ...options, profile, cookies }) });
  };
  // A server that is left behind would be measured by the next run, in the place of its own.
  await withProfile(runAsMaria).finally(close);
}

async function pullLife(page: Page): Promise<Cookie[]> {
  await page.context().route('**/changes?*', serveLife(await createLongLife()));
  await beMaria(page);
  await page.getByText(/^Atualizado/).waitFor({ state: 'attached', timeout: FIRST_PULL_MS });
  return page.context().cookies();
}
