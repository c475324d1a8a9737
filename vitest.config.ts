import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { releaseFacts } from './build/release-facts.ts';
import { DearestFirst } from './ops/test/dearest-first.ts';
import { filesOnlyInAll } from './ops/test/level.ts';
import { VitestCosts } from './ops/test/vitest-costs.ts';

/** Time zones far from Lisbon, to either side. */
const OTHER_ZONES = ['Pacific/Auckland', 'America/Los_Angeles'];
const DATED = [
  'deadlines',
  'deadlines-by-hand',
  'device-zone',
  'holidays',
  'measure-deadline',
  'working-days',
];

/**
 * Data is tested in Node, screens in jsdom: jsdom's Blob does not survive fake-indexeddb, and its FormData breaks multipart. What counts days is tested again
 * in other time zones: a date is one in Lisbon, wherever the citizen is. The modules outside the app keep nothing between calls, so their test files share
 * them: loading them anew for each file would cost as much as the tests. A page's modules keep whether the page has been left, so they are not shared.
 */
export default defineConfig({
  define: { ...releaseFacts(), 'import.meta.env.BACKGROUND_SYNC_URL': '"/assets/background-sync.js"' },
  test: {
    // A screen's test spends two fifths of its time waiting for what is saved a moment after the last key, so three workers share two cores.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: DearestFirst },
    reporters: ['default', new VitestCosts()],
    // A shared machine may stall for a while; what never comes still fails.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'data',
          environment: 'node',
          pool: 'threads',
          include: ['src/**/*.test.ts'],
          setupFiles: ['testing/hear-nobody.ts'],
          exclude: filesOnlyInAll,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['server/**/*.test.ts'],
          exclude: filesOnlyInAll,
          isolate: false,
          globalSetup: ['server/testing/start-test-cluster.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          pool: 'threads',
          include: ['{bench,build,contract,domain,locales,mocks,ops,serving,shared,testing}/**/*.test.ts'],
          setupFiles: ['testing/hear-nobody.ts'],
          exclude: filesOnlyInAll,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          // Each file has its own modules and page, as in its own process, but jsdom is read once.
          pool: 'vmThreads',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['testing/hear-nobody.ts', 'testing/setup-screens.ts'],
        },
      },
      ...OTHER_ZONES.map((zone) => ({
        extends: true as const,
        test: {
          name: `rules in ${zone}`,
          environment: 'node' as const,
          isolate: false,
          env: { TZ: zone },
          setupFiles: ['testing/stand-elsewhere.ts'],
          include: DATED.map((name) => `domain/${name}.test.ts`),
        },
      })),
    ],
  },
});
