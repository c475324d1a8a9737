import { defineConfig } from 'vitest/config';

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
 * days is tested again on devices far away: a date is one in Lisbon, wherever the citizen is.
 */
export default defineConfig({
  test: {
    // Nothing else runs meanwhile: by default one core would be left idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'data',
          environment: 'node',
          include: ['src/**/*.test.ts', 'mocks/**/*.test.ts', 'locales/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'screens',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup-screens.ts'],
        },
      },
      ...OTHER_ZONES.map((zone) => ({
        test: {
          name: `data in ${zone}`,
          environment: 'node' as const,
          env: { TZ: zone },
          setupFiles: ['src/testing/stand-elsewhere.ts'],
          include: DATED.map((name) => `src/domain/${name}.test.ts`),
        },
      })),
    ],
  },
});
