import process from 'node:process';
import { buildIfStale } from '../build/build-if-stale.ts';

/** The benches by the word after `npm run bench --`. Without one of these words, the app is measured. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  /** The reference server under load, beside pgbench. */
  server: () => import('./server/run.ts'),
  /** Balcão's pages in an office with 300 000 requests; some minutes. */
  balcao: () => import('./balcao/run.ts'),
  /** How long somebody else waits while forty people sign in at once. */
  'sign-ins': () => import('./server/sign-ins.ts'),
  /** The Lighthouse scores of four pages. */
  lighthouse: () => import('../e2e/lighthouse/run-lighthouse.ts'),
};

/** The rows read the build as soon as they are loaded. */
async function measureApp(): Promise<unknown> {
  await buildIfStale('production');
  return import('./run.ts');
}

const [, , name = ''] = process.argv;
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : measureApp;
await bench?.();
