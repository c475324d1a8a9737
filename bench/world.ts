import { rmSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { type OwnServer, startOwnServer } from '../e2e/reliability/own-server.ts';
import { signIn } from '../e2e/steps.ts';
import { seedDatabase } from './in-page/seed-database.ts';
import {
  type BrowserOptions,
  makeFolder,
  type Opened,
  openBrowser,
  untilWorkerIsReady,
} from './open-browser.ts';

const PORT = 4390;

/** What Maria has. */
export const LONG_LIFE = { requests: 10_000, messagesEach: 5 };
export const CARD = 'main li h3';

/** The built app over real HTTP, and the profile of a browser in which Maria has a long life of requests. */
export interface World {
  server: OwnServer;
  /** Starts the browser anew on that profile, and ends it afterwards. */
  visit<T>(run: (opened: Opened) => Promise<T>, options?: BrowserOptions): Promise<T>;
  close(): Promise<void>;
}

export async function openList(page: Page): Promise<void> {
  await page.goto('/pedidos');
  await expect(page.locator(CARD).first()).toBeVisible();
}

export async function createWorld(): Promise<World> {
  const server = await startOwnServer(PORT);
  const profile = makeFolder();
  const { context, page } = await openBrowser(profile, server.origin, { cpuRate: 1 });
  await signIn(page);
  await untilWorkerIsReady(page);
  await page.goto('/ajuda');
  await page.evaluate(seedDatabase, LONG_LIFE);
  // A browser forgets its session's cookie when it ends, and Maria would be asked to sign in again.
  const cookies = await context.cookies();
  await context.close();

  return {
    server,
    async visit(run, options) {
      const opened = await openBrowser(profile, server.origin, options);
      await opened.context.addCookies(cookies);
      try {
        return await run(opened);
      } finally {
        await opened.context.close();
      }
    },
    async close() {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
