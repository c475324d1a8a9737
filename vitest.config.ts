import { defineConfig } from 'vitest/config';

/**
 * Data is tested in Node, screens in jsdom: jsdom's Blob does not survive fake-indexeddb, and its FormData breaks multipart.
 */
export default defineConfig({
  test: {
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
    ],
  },
});
