import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { releaseFacts } from './build/release-facts.ts';
import { filesOnlyInAll } from './ops/test/level.ts';
import { VitestCosts } from './ops/test/vitest-costs.ts';

/** As far from Lisbon as people and devices get, to either side. */
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
 * Data is tested in Node, screens in jsdom: jsdom's Blob does not survive fake-indexeddb, and its FormData breaks multipart. What counts
 * days is tested again on devices far away: a date is one in Lisbon, wherever the citizen is. Modules of rules and of the
 * server keep nothing of what they were asked, so their files share them: to load them anew for each cost as much as the tests. A page's
 * modules know whether it has been left.
 */
export default defineConfig({
  define: { ...releaseFacts(), 'import.meta.env.BACKGROUND_SYNC_URL': '"/assets/background-sync.js"' },
  test: {
    // A screen's test waits two fifths of its time, for what is saved a moment after the last key: three share two cores.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    reporters: ['default', new VitestCosts()],
    // A shared machine may stall for a while; what never comes still fails.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'data',
          environment: 'node',
          pool: 'threads',
          include: ['{bench,build,contract,locales,mocks,ops,serving,src,testing}/**/*.test.ts'],
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
          include: ['{domain,shared}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          environment: 'jsdom',
          // Each file has modules and a page of its own, as in a process of its own, but jsdom is read once.
          pool: 'vmThreads',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['testing/setup-screens.ts'],
          // Whatever is looked for and not there yet would be told with the whole page, which nobody reads: a twelfth of all time.
          env: { DEBUG_PRINT_LIMIT: process.env.DEBUG_PRINT_LIMIT ?? '0' },
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
