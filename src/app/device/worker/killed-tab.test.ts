import { beforeEach, expect, test, vi } from 'vitest';
import { manualClock } from '../../../../testing/manual-clock.ts';
import { createMemoryCaches } from '../../../../testing/memory-caches.ts';
import { createBuildServer } from '../../../../testing/pretend-build.ts';
import { queueLocks } from '../../../../testing/queue-locks.ts';
import { findKept, openFiles } from '../../../db/storage/kept-files.ts';
import { keepParts, readKeptParts } from '../../../db/storage/kept-parts.ts';
import { openLiveCache, STUCK_MS } from '../../../db/storage/live-cache.ts';
import { answerFromFiles } from './keep-files.ts';
import { readShippedKeys } from './ship-receipt-keys.ts';

const FILES = {
  'app.html': '<script src="/assets/{id}/index.js"></script>empty page',
  'assets/{id}/index.js': 'code',
  'assets/{id}/texts/en/common.json': { part: 'en', says: '{"close":"Close"}' },
};
const ENGLISH = 'assets/aaaa/texts/en/common.json';

let caches: ReturnType<typeof createMemoryCaches>;
let server: ReturnType<typeof createBuildServer>;
let clock: ReturnType<typeof manualClock>;
/** What the worker does beyond its answer. */
let works: Promise<unknown>[];

beforeEach(() => {
  caches = createMemoryCaches();
  server = createBuildServer();
  clock = manualClock(new Date('2026-11-30T10:00:00Z'));
  works = [];
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
      clock.pass(STUCK_MS / 4);
      return isOver;
    })
    .toBe(true);
  return work;
}

const install = (buildId: string) => whileTimePasses(server.installOn(caches, buildId, { clock }));

async function readKept(buildId: string, path: string): Promise<string | undefined> {
  const files = await whileTimePasses(openFiles(caches, buildId, clock));
  return files && (await findKept(files, path))?.text();
}

const keepEnglish = () =>
  whileTimePasses(
    keepParts((part) => part === 'en', { buildId: 'aaaa', caches, fetch: server.fetch, clock }),
  );

function ask(path: string, mode: RequestMode): Promise<Response> {
  // Only a browser can make a request with the mode *navigate*.
  const request = Object.defineProperty(new Request(`https://e-clic.test/${path}`), 'mode', { value: mode });
  return answerFromFiles({ request, waitUntil: (work) => works.push(work) }, path, {
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

test.each([
  ['a build that was being installed when its tab was killed', 'eclic-files-aaaa'],
  ['a language that an older build kept when its tab was killed', 'eclic-more-aaaa'],
])('%s does not keep the next build away', async (_, silent) => {
  await install('aaaa');
  caches.stick(silent);
  server.deploy('bbbb', FILES);
  await install('bbbb');
  expect(await readKept('bbbb', 'app.html')).toContain('empty page');
});

test('where a tab was killed while it kept a language, every page opens at once, and the language comes from the server and is kept', async () => {
  await install('aaaa');
  caches.stick('eclic-more-aaaa');
  expect(await (await ask('pedidos/1', 'navigate')).text()).toContain('empty page');
  expect(await (await whileTimePasses(ask(ENGLISH, 'cors'))).json()).toEqual({ close: 'Close' });
  await whileTimePasses(Promise.all(works));
  expect(await readKept('aaaa', ENGLISH)).toContain('Close');
});

test('of two pages that find a cache silent neither takes away what the other has kept since', async () => {
  caches.stick('eclic-more-aaaa');
  const locks = queueLocks();
  const keep = async (path: string) => {
    const more = await openLiveCache(caches, 'eclic-more-aaaa', clock, locks);
    await more.put(path, new Response());
  };
  const second = new Promise((resolve) => clock.after(STUCK_MS / 2, () => resolve(keep('/second'))));
  await whileTimePasses(Promise.all([keep('/first'), second]));
  const kept = await (await caches.open('eclic-more-aaaa')).keys();
  expect(kept.map(({ url }) => new URL(url).pathname)).toEqual(['/first', '/second']);
});

test('reading deletes nothing: what is silent answers again once the browser was closed', async () => {
  await install('aaaa');
  await keepEnglish();
  const remove = vi.spyOn(caches, 'delete');
  caches.stick('eclic-more-aaaa');
  await whileTimePasses(readKeptParts({ buildId: 'aaaa', caches, clock }));
  expect(remove).not.toHaveBeenCalled();
});

test('Definições opens while what a killed installation left is silent', async () => {
  caches.stick('eclic-files-aaaa');
  expect(await whileTimePasses(readKeptParts({ buildId: 'aaaa', caches, clock }))).toBeNull();
});

test('a receipt is checked with what the page has, where the keys that came with the app are silent', async () => {
  caches.stick('eclic-receipt-keys');
  expect(await whileTimePasses(readShippedKeys(caches, clock))).toBeUndefined();
});
