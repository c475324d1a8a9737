import { beforeEach, expect, test } from 'vitest';
import { createMemoryCaches } from '../../../../testing/memory-caches.ts';
import { createBuildServer } from '../../../../testing/pretend-build.ts';
import { findKept, openFiles } from '../../../db/storage/kept-files.ts';
import { keepParts } from '../../../db/storage/kept-parts.ts';
import { systemClock } from '../../../lib/clock.ts';
import { keepBuild } from './keep-build.ts';

const FILES = {
  'app.html': '<script src="/assets/{id}/index.js"></script>',
  'assets/{id}/index.js': 'code',
  'assets/{id}/texts/pt-PT/common.json': '{"close":"Fechar"}',
  'assets/{id}/texts/en/common.json': { part: 'en', says: '{"close":"Close"}' },
  'story/one.webp': { part: 'pictures', says: 'one' },
};
const FILTERED = '<h1>This network needs your consent</h1>';

let caches: CacheStorage;
let server: ReturnType<typeof createBuildServer>;
/** What stands in the way answers at these paths, with 200. */
let inTheWay: Record<string, string>;

beforeEach(() => {
  caches = createMemoryCaches();
  server = createBuildServer();
  inTheWay = {};
  server.deploy('aaaa', FILES);
});

const fetch: typeof server.fetch = async (asked) => {
  const answer = inTheWay[`${asked}`];
  return answer === undefined ? server.fetch(asked) : new Response(answer);
};
const install = (buildId: string) => keepBuild({ buildId, caches, clock: systemClock, fetch });

async function readKept(buildId: string, path: string): Promise<string | undefined> {
  const files = await openFiles(caches, buildId);
  return files && (await findKept(files, path))?.text();
}

test.each(['assets/aaaa/index.js', 'assets/aaaa/texts/pt-PT/common.json', 'app.html'])(
  'the page of a filter in place of %s is not kept, and the worker is installed once the file comes',
  async (path) => {
    inTheWay[`/${path}`] = FILTERED;
    await expect(install('aaaa')).rejects.toThrow(`${path} is not of this build`);
    expect(await readKept('aaaa', path)).toBeUndefined();
    inTheWay = {};
    await install('aaaa');
    expect(await readKept('aaaa', path)).toBe(await (await server.fetch(`/${path}`)).text());
  },
);

test('a page into which a virus scanner writes a line of its own is kept', async () => {
  const written = '<script src="/assets/aaaa/index.js"></script><script src="//scanner.test"></script>';
  inTheWay['/app.html'] = written;
  await install('aaaa');
  expect(await readKept('aaaa', 'app.html')).toBe(written);
});

test('the page of a filter in place of a language is not kept, and the language comes the next time', async () => {
  await install('aaaa');
  const keepEnglish = () => keepParts((part) => part === 'en', { buildId: 'aaaa', caches, fetch });
  const path = 'assets/aaaa/texts/en/common.json';
  inTheWay[`/${path}`] = FILTERED;
  await expect(keepEnglish()).rejects.toThrow('is not of this build');
  expect(await readKept('aaaa', path)).toBeUndefined();
  inTheWay = {};
  await keepEnglish();
  expect(await readKept('aaaa', path)).toBe('{"close":"Close"}');
});

test.each([
  ['the page of a filter', FILTERED],
  ['what a filter says to programs', '{"error":"blocked"}'],
])('%s in place of the list of files is not kept, and keeps no later build away', async (_, says) => {
  inTheWay['/assets/aaaa/files.json'] = says;
  await expect(install('aaaa')).rejects.toThrow();
  expect(await readKept('aaaa', 'assets/aaaa/files.json')).toBeUndefined();
  server.deploy('bbbb', FILES);
  await install('bbbb');
  expect(await readKept('bbbb', 'assets/bbbb/index.js')).toBe('code');
});

test('a list that an older e-Clic kept though it is none does not keep the next build away', async () => {
  const kept = await caches.open('eclic-files-aaaa');
  await kept.put('/assets/aaaa/files.json', new Response(FILTERED));
  server.deploy('bbbb', FILES);
  await install('bbbb');
  expect(await readKept('bbbb', 'assets/bbbb/index.js')).toBe('code');
});
