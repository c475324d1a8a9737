import { defineConfig } from '@playwright/test';
import { findEngines } from './browsers/find-engine.ts';
import type { EngineFixtures } from './fixtures.ts';

/** The same tests in each engine, without the test runner's own browsers: `docs/decisions/0023-three-engines.md`. */
export default defineConfig<EngineFixtures>({
  testDir: '.',
  outputDir: '../../test-results/engines',
  globalSetup: './prepare.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // As in the other end-to-end tests: a machine may stall, and what needed a second try is named.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['./matrix/browsers-reporter.ts']],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  projects: findEngines().map((engine) => ({ name: engine, use: { engine } })),
});
