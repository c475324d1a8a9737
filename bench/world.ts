import { expect, type Page } from '@playwright/test';
import { type OwnServer, startOwnServer } from '../e2e/reliability/own-server.ts';
import { signIn } from '../e2e/steps.ts';
import {
  type BrowserOptions,
  type Opened,
  untilWorkerIsReady,
  withBrowser,
  withProfile,
} from './open-browser.ts';
import { seedDatabase } from './seed-database.ts';

const PORT = 4390;

/** What Maria has. */
export const LONG_LIFE = { requests: 10_000, messagesEach: 5 };
export const CARD = 'main li h3';

/** The built app over real HTTP, and the profile of a browser in which Maria has a long life of requests. */
export interface World {
  server: OwnServer;
  /** Starts the browser anew on that profile, and ends it afterwards. */
  visit<T>(run: (opened: Opened) => Promise<T>, options?: BrowserOptions): Promise<T>;
}

export async function openList(page: Page): Promise<void> {
  await page.goto('/pedidos');
  await expect(page.locator(CARD).first()).toBeVisible();
}

/** With the world of one citizen, from whose profile a browser is started for each visit. */
export async function withWorld(run: (world: World) => Promise<void>): Promise<void> {
  const server = await startOwnServer(PORT);
  const { origin } = server;
  try {
    await withProfile(async (profile) => {
      // A browser forgets its session's cookie when it ends, and Maria would be asked to sign in again.
      const cookies = await withBrowser(profile, origin, beMaria, { cpuRate: 1 });
      const visit: World['visit'] = (use, options) =>
        withBrowser(
          profile,
          origin,
          async (opened) => {
            await opened.context.addCookies(cookies);
            return use(opened);
          },
          options,
        );
      await run({ server, visit });
    });
  } finally {
    // A server that is left behind would be measured by the next run, in the place of its own.
    await server.close();
  }
}

async function beMaria({ context, page }: Opened) {
  await signIn(page);
  await untilWorkerIsReady(page);
  await page.goto('/ajuda');
  await page.evaluate(seedDatabase, LONG_LIFE);
  return context.cookies();
}
