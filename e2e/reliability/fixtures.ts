import { test as base, expect, type Page } from '@playwright/test';
import { type OwnServer, startOwnServer } from './own-server.ts';

const FIRST_PORT = 4300;

/** Each test has a server and a browser context of its own; what the browser logs of cut connections is expected here. */
export const test = base.extend<{ server: OwnServer }>({
  server: async ({ browserName: _ }, use, { parallelIndex }) => {
    const server = await startOwnServer(FIRST_PORT + parallelIndex);
    await use(server);
    await server.close();
  },
  baseURL: async ({ server }, use) => use(server.origin),
});

/** Kills the tab's process, as a phone short of memory does. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Until the worker that starts the app without a connection is in charge. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

export { expect };
