import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { resolveBrowser } from '../e2e/browser.ts';
import { type OwnServer, startOwnServer } from '../e2e/reliability/own-server.ts';
import { signIn } from '../e2e/steps.ts';
import { seedDatabase } from './seed-database.ts';

const PORT = 4390;
export const CPU_RATE = 4;

/** The built app over real HTTP, and the profile of a browser in which Maria has a long life of requests. */
export interface World {
  server: OwnServer;
  /** Starts the browser anew on that profile, with the CPU throttled, and opens a page that is still empty. */
  open(options?: { offline?: boolean }): Promise<{ page: Page; close(): Promise<void> }>;
  close(): Promise<void>;
}

export async function createWorld(requests: number, messagesEach: number): Promise<World> {
  const server = await startOwnServer(PORT);
  const profile = mkdtempSync(join(tmpdir(), 'e-clic-bench-'));

  async function launch(offline = false): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(profile, {
      ...resolveBrowser(),
      baseURL: server.origin,
      locale: 'pt-PT',
      timezoneId: 'Europe/Lisbon',
      viewport: { width: 1280, height: 900 },
      offline,
    });
    // What tsx adds to functions that are handed to the page.
    await context.addInitScript('globalThis.__name = (given) => given');
    return context;
  }

  const first = await launch();
  const page = first.pages()[0] ?? (await first.newPage());
  await signIn(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.goto('/ajuda');
  await page.evaluate(seedDatabase, { requests, messagesEach });
  await first.close();

  return {
    server,
    async open({ offline = false } = {}) {
      const context = await launch(offline);
      const opened = context.pages()[0] ?? (await context.newPage());
      await throttle(opened);
      return { page: opened, close: () => context.close() };
    },
    async close() {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
}
