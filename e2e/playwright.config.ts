import { defineConfig } from '@playwright/test';
import { ALL_TAG, filesOnlyInAll, IS_ALL, timesInLevel } from '../ops/test/level.ts';
import { resolveBrowser, resolveHeadlessShell } from './browser.ts';
import { findEngines } from './engines/browsers/find-engine.ts';
import type { EngineFixtures } from './engines/fixtures.ts';
import { LOOK_EVERY_MS } from './poll.ts';

const DEMO_PORT = 4273;
const HTTP_PORT = 4274;
/** The worker takes in all of e-Clic on each new device, which costs as much as many a test: one that needs it says `allow`. */
const WITHOUT_WORKER = { serviceWorkers: 'block' } as const;
const toPass = { intervals: [LOOK_EVERY_MS] };

/** `demo`: the app with the pretend server inside. `http`: the production app against the pretend server over real HTTP. */
export default defineConfig<EngineFixtures>({
  testDir: '.',
  testIgnore: filesOnlyInAll.map((file) => `**/${file}`),
  outputDir: '../test-results',
  fullyParallel: false,
  // The tests of the full run wait more than they work, so a third browser fills the two cores.
  workers: timesInLevel(2, 3),
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall for a while; a test that needed its second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  grepInvert: IS_ALL ? [] : [new RegExp(ALL_TAG)],
  reporter: [
    ['list'],
    ['./a11y/matrix-reporter.ts'],
    ['./engines/matrix/browsers-reporter.ts'],
    ['../ops/test/playwright-costs.ts'],
  ],
  timeout: 60_000,
  expect: { timeout: 10_000, toPass },
  use: {
    launchOptions: resolveHeadlessShell(),
    locale: 'pt-PT',
    timezoneId: 'Europe/Lisbon',
    // To record every test would slow down all of them.
    trace: 'on-first-retry',
  },
  projects: [
    // The longest tests come first, so that the run does not end with one of them alone. The gate drives Chromium in all other projects.
    ...findEngines()
      .filter((engine) => IS_ALL || engine !== 'chromium')
      .map((engine) => ({
        name: engine,
        testMatch: 'engines/**/*.spec.ts',
        fullyParallel: true,
        timeout: 120_000,
        expect: { timeout: 15_000, toPass },
        use: { engine },
      })),
    // Each of these tests starts and stops a server of its own. In the full run the whole browser shows it.
    {
      name: 'reliability',
      testMatch: 'reliability/**/*.spec.ts',
      use: { launchOptions: IS_ALL ? resolveBrowser() : resolveHeadlessShell() },
    },
    // Every page in every state. The full run looks at each through all lenses.
    {
      name: 'a11y',
      testMatch: 'a11y/**/*.spec.ts',
      use: { baseURL: `http://localhost:${DEMO_PORT}`, trace: 'off' },
    },
    {
      name: 'demo',
      testMatch: 'demo/**/*.spec.ts',
      use: { ...WITHOUT_WORKER, baseURL: `http://localhost:${DEMO_PORT}` },
    },
    {
      name: 'http',
      testMatch: 'http/**/*.spec.ts',
      use: { ...WITHOUT_WORKER, baseURL: `http://localhost:${HTTP_PORT}` },
    },
  ],
  webServer: [
    {
      command: 'npm start',
      cwd: '..',
      env: { PORT: String(DEMO_PORT) },
      url: `http://localhost:${DEMO_PORT}`,
      timeout: 180_000,
      reuseExistingServer: !process.env.CI,
    },
    {
      command: 'npm run start:http',
      cwd: '..',
      env: { PORT: String(HTTP_PORT), DATA_DIR: '' },
      url: `http://localhost:${HTTP_PORT}/demo/state`,
      timeout: 180_000,
      reuseExistingServer: !process.env.CI,
    },
  ],
});
