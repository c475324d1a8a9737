import { type Browser, chromium, type Page } from '@playwright/test';
import { buildIfStale } from '../../build/build-if-stale.ts';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';
import { createAppServer } from '../../mocks/http/app-server.ts';
import { buildFolder } from '../../serving/build-folder.ts';
import { resolveBrowser } from '../browser.ts';

/** An hour of a working day, so that pictures taken at night show office hours too. */
const TAKEN_AT = '2026-11-25T10:31:00.000Z';

export interface Look {
  size: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  /** How many dots of the device make one CSS pixel. */
  scale?: number;
}

export interface DemoApp {
  browser: Browser;
  /** Opens the app on a device of its own. */
  open(look: Look): Promise<Page>;
}

/** Builds the demo where it is older than its sources, and serves it while pictures of it are taken. */
export async function withDemoApp(take: (app: DemoApp) => Promise<void>): Promise<void> {
  await buildIfStale('demo');
  const server = createAppServer(buildFolder('demo'));
  const baseURL = `http://localhost:${await listenAnywhere(server)}`;
  const browser = await chromium.launch(resolveBrowser());

  async function open({ size, colorScheme, scale = 1 }: Look): Promise<Page> {
    const context = await browser.newContext({
      baseURL,
      colorScheme,
      viewport: size,
      deviceScaleFactor: scale,
      locale: 'pt-PT',
      timezoneId: 'Europe/Lisbon',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.clock.install({ time: TAKEN_AT });
    return page;
  }

  await take({ browser, open });
  await browser.close();
  await closeServer(server);
}
