import { test as base, expect, type Page } from '@playwright/test';
import { readFileList } from '../http/read-build.ts';
import { poll } from '../poll.ts';
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

/** Waits until the worker that starts the app without a connection controls the page. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

/** Waits until a part of the build, such as a language, is on the device. */
export async function waitForPart(page: Page, part: string): Promise<void> {
  const paths = readFileList()[part]?.map(([path]) => `/${path}`);
  await poll(() =>
    page.evaluate(
      async (all) => (await Promise.all(all.map((path) => caches.match(path)))).every(Boolean),
      paths ?? [],
    ),
  ).toBe(true);
}

/**
 * Presses **Ter tudo sem ligação**, unless everything is on the device, and waits until it is, also where a cache is silent and has to be begun anew first.
 */
export async function keepEverything(page: Page): Promise<void> {
  const timeout = 60_000;
  await page.goto('/definicoes');
  await expect(page.getByText('Disponível sem ligação')).toBeVisible({ timeout });
  const button = page.getByRole('button', { name: 'Ter tudo sem ligação' });
  if (!(await button.isVisible())) return;
  await button.click();
  await expect(page.getByText('Está tudo guardado neste dispositivo.').first()).toBeVisible({ timeout });
}

export { expect };
