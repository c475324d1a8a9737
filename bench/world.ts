import { type OwnServer, startOwnServer } from '../e2e/reliability/own-server.ts';
import { signIn } from '../e2e/steps.ts';
import { makeProfile, type Opened, openBrowser } from './open-browser.ts';
import { seedDatabase } from './seed-database.ts';

const PORT = 4390;

/** What Maria has. */
export const LONG_LIFE = { requests: 10_000, messagesEach: 5 };

/** The built app over real HTTP, and the profile of a browser in which Maria has a long life of requests. */
export interface World {
  server: OwnServer;
  /** Starts the browser anew on that profile. */
  open(options?: { offline?: boolean; isPhone?: boolean }): Promise<Opened & { close(): Promise<void> }>;
  close(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const server = await startOwnServer(PORT);
  const profile = makeProfile();

  const { context, page } = await openBrowser(profile, server.origin, { cpuRate: 1 });
  await signIn(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.goto('/ajuda');
  await page.evaluate(seedDatabase, LONG_LIFE);
  // A browser forgets its session's cookie when it ends, and Maria would be asked to sign in again.
  const cookies = await context.cookies();
  await context.close();

  return {
    server,
    async open(options = {}) {
      const opened = await openBrowser(profile, server.origin, options);
      await opened.context.addCookies(cookies);
      return { ...opened, close: () => opened.context.close() };
    },
    async close() {
      await server.close();
      profile.remove();
    },
  };
}
