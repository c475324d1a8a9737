import { beforeEach, expect, test } from 'vitest';
import { manualClock } from '../../../../testing/manual-clock.ts';
import { createMemoryCaches } from '../../../../testing/memory-caches.ts';
import { createBuildServer } from '../../../../testing/pretend-build.ts';
import { findKept, keepParts, openFiles } from '../../../db/storage/kept-files.ts';
import { STUCK_MS } from '../../../db/storage/live-cache.ts';
import { answerFromFiles } from './answer-from-files.ts';

const FILES = {
  'app.html': '<script src="/assets/{id}/index.js"></script>empty page',
  'assets/{id}/index.js': 'code',
  'assets/{id}/texts/en/common.json': { part: 'en', says: '{"close":"Close"}' },
};
const ENGLISH = 'assets/aaaa/texts/en/common.json';

let caches: ReturnType<typeof createMemoryCaches>;
let server: ReturnType<typeof createBuildServer>;
let clock: ReturnType<typeof manualClock>;

beforeEach(() => {
  caches = createMemoryCaches();
  server = createBuildServer();
  clock = manualClock(new Date('2026-11-30T10:00:00Z'));
  server.deploy('aaaa', FILES);
});

/** Returns what the work comes to, while time passes. */
async function whileTimePasses<Result>(work: Promise<Result>): Promise<Result> {
  let isOver = false;
  work.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  await expect
    .poll(() => {
      clock.pass(STUCK_MS);
      return isOver;
    })
    .toBe(true);
  return work;
}

const install = (buildId: string) => whileTimePasses(server.installOn(caches, buildId, { clock }));

async function readKept(buildId: string, path: string): Promise<string | undefined> {
  const kept = await findKept(await openFiles(caches, buildId, clock), path);
  return kept?.text();
}

function ask(path: string, mode: RequestMode): Promise<Response> {
  // Only a browser can make a request with the mode *navigate*.
  const request = Object.defineProperty(new Request(`https://e-clic.test/${path}`), 'mode', { value: mode });
  return answerFromFiles({ request, waitUntil: () => undefined }, path, {
    buildId: 'aaaa',
    caches,
    fetch: server.fetch,
    clock,
  });
}

test('where a tab was killed while the worker was installed, the next visit installs it', async () => {
  caches.stick('eclic-files-aaaa');
  caches.stick('eclic-more-aaaa');
  await install('aaaa');
  expect(await readKept('aaaa', 'app.html')).toContain('empty page');
});

test('a build that was being installed when its tab was killed does not keep the next one away', async () => {
  caches.stick('eclic-files-aaaa');
  server.deploy('bbbb', FILES);
  await install('bbbb');
  expect(await readKept('bbbb', 'app.html')).toContain('empty page');
});

test('where a tab was killed while it kept a language, every page opens at once, and the language comes from the server', async () => {
  await install('aaaa');
  caches.stick('eclic-more-aaaa');
  expect(await (await ask('pedidos/1', 'navigate')).text()).toContain('empty page');
  expect(await (await whileTimePasses(ask(ENGLISH, 'cors'))).json()).toEqual({ close: 'Close' });
});

test('where a tab was killed while it kept a language, the next page keeps it', async () => {
  await install('aaaa');
  caches.stick('eclic-more-aaaa');
  const keeping = keepParts((part) => part === 'en', { buildId: 'aaaa', caches, fetch: server.fetch, clock });
  expect(await whileTimePasses(keeping)).toBe(true);
  expect(await readKept('aaaa', ENGLISH)).toContain('Close');
});
