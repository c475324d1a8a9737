import { beforeEach, expect, test } from 'vitest';
import { createMemoryCaches } from '../../../../testing/memory-caches.ts';
import { createBuildServer } from '../../../../testing/pretend-build.ts';
import { createPretendWorker } from '../../../../testing/pretend-worker.ts';
import { findIn } from '../../../db/storage/kept-files.ts';
import { systemClock } from '../../../lib/clock.ts';
import { keepFiles } from './keep-files.ts';

const PLACE = 'https://e-clic.test';

let server: ReturnType<typeof createBuildServer>;
let worker: ReturnType<typeof createPretendWorker>;
let caches: CacheStorage;

beforeEach(async () => {
  server = createBuildServer();
  worker = createPretendWorker();
  caches = createMemoryCaches();
  server.deploy('aaaa', {
    'app.html': '<script src="/assets/{id}/index.js"></script>empty page',
    'index.html': '<script src="/assets/{id}/index.js"></script>sign-in',
    'ajuda.html': '<script src="/assets/{id}/index.js"></script>help',
    'assets/{id}/index.js': 'code',
    'assets/{id}/texts/en/common.json': { part: 'en', says: '{"close":"Close"}' },
    'story/one.webp': { part: 'pictures', says: 'one' },
    'film/all.webm': { part: 'film', says: '0123456789' },
  });
  keepFiles(worker.scope, { buildId: 'aaaa', caches, fetch: server.fetch, clock: systemClock });
  await worker.dispatch('install');
  await worker.dispatch('activate');
  server.takeFetched();
});

/** Returns the worker's answer; undefined where it leaves the request to the browser. */
async function ask(address: string, { mode = 'cors', range = '', method = 'GET' } = {}) {
  let answer: Promise<Response> | undefined;
  // Only a browser can make a request with the mode *navigate*.
  const request = Object.defineProperty(
    new Request(new URL(address, PLACE), { method, ...(range && { headers: { range } }) }),
    'mode',
    { value: mode },
  );
  await worker.dispatch('fetch', { request, respondWith: (given: Promise<Response>) => (answer = given) });
  return answer;
}

/** Waits until a file that was asked for is kept: its answer does not wait for that. */
const untilKept = (path: string) =>
  expect.poll(async () => findIn(await caches.open('eclic-more-aaaa'), path)).toBeDefined();

const read = async (address: string, options?: Parameters<typeof ask>[1]) =>
  (await ask(address, options))?.text();

test('every address of the app is answered with its page, whatever follows it, and nobody is asked', async () => {
  const navigate = { mode: 'navigate' };
  expect(await read('/ajuda?de=lista#prazo', navigate)).toMatch(/help$/);
  expect(await read('/', navigate)).toMatch(/sign-in$/);
  expect(await read('/pedidos/1?estado=abertos', navigate)).toMatch(/empty page$/);
  expect(await read('/assets/aaaa/index.js')).toBe('code');
  expect(server.takeFetched()).toEqual([]);
});

test('a file beside the app, such as who to tell of a hole, is the server’s to give', async () => {
  const asking = ask('/.well-known/security.txt', { mode: 'navigate' });
  await expect(asking, 'the server was asked').rejects.toThrow('security.txt does not come');
});

test('the APIs, how the server fares, the clerks’ pages, another’s origin and what is sent are left to the browser', async () => {
  const theServers = ['/api/v1/session', '/office/v1/requests', '/health/ready', '/balcao/', '/demo/'];
  for (const address of [...theServers, 'https://elsewhere.test/ajuda'])
    expect(await ask(address, { mode: 'navigate' }), address).toBeUndefined();
  expect(await ask('/ajuda', { method: 'POST' })).toBeUndefined();
});

test('a picture that is looked at with a connection is there without one; what is in no list is not kept', async () => {
  expect(await read('/story/one.webp')).toBe('one');
  expect(server.takeFetched()).toEqual(['story/one.webp']);
  await untilKept('story/one.webp');
  expect(await read('/story/one.webp')).toBe('one');
  expect(server.takeFetched()).toEqual([]);
  await expect(ask('/assets/older/index.js')).rejects.toThrow('does not come');
});

test('a picture in whose place something else comes is not kept, and comes as it is the next time', async () => {
  const kept = { 'story/one.webp': { part: 'pictures', says: 'one' } };
  server.deploy('bbbb', { 'story/one.webp': { part: 'pictures', says: 'page of a filter' } });
  expect(await read('/story/one.webp')).toBe('page of a filter');
  await read('/film/all.webm');
  await untilKept('film/all.webm');
  server.deploy('bbbb', kept);
  expect(await read('/story/one.webp')).toBe('one');
  await untilKept('story/one.webp');
});

test('a film that is kept is answered piece by piece, as players ask for it', async () => {
  await read('/film/all.webm');
  await untilKept('film/all.webm');
  const piece = await ask('/film/all.webm', { range: 'bytes=2-5' });
  expect(piece?.status).toBe(206);
  expect(piece?.headers.get('content-range')).toBe('bytes 2-5/10');
  expect(await piece?.text()).toBe('2345');
  expect(await read('/film/all.webm', { range: 'bytes=7-' })).toBe('789');
});

test('a picture that an older e-Clic kept in one cache with everything else goes along with an update', async () => {
  const all = await caches.open('eclic-files-aaaa');
  await all.put('/story/one.webp', await server.fetch('/story/one.webp'));
  await caches.delete('eclic-more-aaaa');
  server.deploy('bbbb', {
    'app.html': '<script src="/assets/{id}/index.js"></script>newer page',
    'story/one.webp': { part: 'pictures', says: 'one' },
  });
  server.takeFetched();
  await server.installOn(caches, 'bbbb');
  expect(server.takeFetched()).not.toContain('story/one.webp');
  const kept = await findIn(await caches.open('eclic-more-bbbb'), 'story/one.webp');
  expect(await kept?.text()).toBe('one');
});

/** Returns the worker of a newer build, which waits while a page of this one gets its English. */
async function installNewer() {
  const newer = createPretendWorker();
  keepFiles(newer.scope, { buildId: 'bbbb', caches, fetch: server.fetch, clock: systemClock });
  server.deploy('bbbb', {
    'app.html': '<script src="/assets/{id}/index.js"></script>newer page',
    'assets/{id}/texts/en/common.json': { part: 'en', says: '{"close":"Close"}' },
    'assets/{id}/texts/en/scan.json': { part: 'en', says: '{"title":"Scan"}' },
  });
  await newer.dispatch('install');
  await read('/assets/aaaa/texts/en/common.json');
  await untilKept('assets/aaaa/texts/en/common.json');
  server.takeFetched();
  return newer;
}

test('a language that comes while an update waits goes along once that acts, and nothing is fetched', async () => {
  const newer = await installNewer();
  await newer.dispatch('activate');
  const kept = await findIn(await caches.open('eclic-more-bbbb'), 'assets/bbbb/texts/en/common.json');
  expect(await kept?.json()).toEqual({ close: 'Close' });
  expect(server.takeFetched()).toEqual([]);
});

test('where the browser’s caches fail when an update acts, it acts all the same and makes room', async () => {
  const newer = await installNewer();
  caches.open = () => Promise.reject(new DOMException('Internal error', 'UnknownError'));
  await newer.dispatch('activate');
  expect(await caches.keys()).toEqual(['eclic-files-bbbb', 'eclic-more-bbbb']);
});

test('where the browser’s caches fail the server answers, so that e-Clic opens all the same', async () => {
  caches.open = () => Promise.reject(new DOMException('Internal error', 'UnknownError'));
  expect(await read('/ajuda.html', { mode: 'navigate' })).toMatch(/help$/);
  expect(server.takeFetched()).toHaveLength(1);
});
