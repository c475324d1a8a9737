import process from 'node:process';

/** What is measured: `npm run bench` the app, `npm run bench -- server` and the others what they say. */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  /** The reference server under load, beside pgbench. */
  server: () => import('./server/run.ts'),
  /** Five million requests, in plain tables and in parts; some twenty minutes and 30 GB of disk. */
  millions: () => import('./server/millions.ts'),
  /** Balcão's pages in an office with 300 000 requests; some minutes. */
  balcao: () => import('./balcao/run.ts'),
  /** Somebody else, while forty sign in at once. */
  'sign-ins': () => import('./server/others.ts'),
  /** Somebody else, while one sender holds what can be held. */
  others: () => import('./server/others.ts'),
  /** Photos of paper: corners, doubts, words that can be read. */
  paper: () => import('./paper/run.ts'),
  /** Four pages, by Lighthouse. */
  lighthouse: () => import('../e2e/lighthouse/run-lighthouse.ts'),
};

const [, , name = ''] = process.argv;
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : () => import('./run.ts');
await bench?.();
