import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type OwnServer, startOwnServer } from '../reliability/own-server.ts';
import type { Browser, EngineName } from './browsers/browser.ts';
import { findFreePort } from './browsers/free-port.ts';
import { launch } from './browsers/launch.ts';

/** The annotation that names the version of the browser. */
export const VERSION = 'version';

export interface EngineFixtures {
  engine: EngineName;
  /** A folder of this test's own. */
  home: string;
  /** The folder into which the test's browsers save downloads. */
  downloads: string;
  server: OwnServer;
  /** Opens a browser. All browsers of a test share one profile unless another is named. */
  open(options?: { profile?: string; isPrivate?: boolean }): Promise<Browser>;
}

export const test = base.extend<EngineFixtures>({
  engine: ['chromium', { option: true }],
  home: async ({ engine }, use) => {
    const home = mkdtempSync(join(tmpdir(), `e-clic-${engine}-`));
    await use(home);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
  downloads: async ({ home }, use) => {
    const downloads = join(home, 'downloads');
    mkdirSync(downloads);
    await use(downloads);
  },
  server: async ({ engine: _ }, use) => {
    const server = await startOwnServer(await findFreePort());
    await use(server);
    await server.close();
  },
  open: async ({ engine, home, downloads }, use, testInfo) => {
    const opened: Browser[] = [];
    await use(async ({ profile = 'profile', isPrivate = false } = {}) => {
      const browser = await launch(engine, {
        profile: join(home, profile),
        downloads,
        isPrivate,
      });
      opened.push(browser);
      testInfo.annotations.push({ type: VERSION, description: browser.version });
      return browser;
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      const read = () => `${location.href} ${document.querySelector('main')?.textContent}`;
      console.log('At the end:', await opened.at(-1)?.run(read).catch(String));
    }
    await Promise.all(opened.map((browser) => browser.kill()));
  },
});
