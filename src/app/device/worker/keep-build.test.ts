import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryCaches } from '../../../../testing/memory-caches.ts';
import { type BuiltText, createBuildServer } from '../../../../testing/pretend-build.ts';
import { findIn, findKept, openFiles } from '../../../db/storage/kept-files.ts';
import { keepParts } from '../../../db/storage/kept-parts.ts';
import { systemClock } from '../../../lib/clock.ts';
import { replaceOtherBuilds } from './keep-build.ts';

const FIRST: Record<string, BuiltText> = {
  'app.html': '<script src="/assets/{id}/index.js">',
  'ajuda.html': '<link href="/assets/{id}/style.css"><h1>Ajuda</h1>',
  'assets/{id}/index.js': 'import "./list.js"; const texts = "/assets/{id}/texts";',
  'assets/{id}/list.js': 'import "./index.js";',
  'assets/{id}/texts/pt-PT/common.json': '{"close":"Fechar"}',
  'assets/letters-1.woff2': 'letters',
  'assets/{id}/texts/en/common.json': { part: 'en', says: '{"close":"Close"}' },
  'assets/{id}/texts/en/help.json': { part: 'en', says: '{"title":"Help"}' },
  'assets/{id}/texts/uk/common.json': { part: 'uk', says: '{"close":"Закрити"}' },
  'story/one.webp': { part: 'pictures', says: 'one' },
  'story/two.webp': { part: 'pictures', says: 'two' },
  'film/all.webm': { part: 'film', says: 'film' },
};

let caches: CacheStorage;
let server: ReturnType<typeof createBuildServer>;

beforeEach(() => {
  caches = createMemoryCaches();
  server = createBuildServer();
});

const keep = (buildId: string) => server.installOn(caches, buildId);
const wantPart = (buildId: string, part: string) =>
  keepParts((each) => each === part, { buildId, caches, fetch: server.fetch });
/** Installs a build while something else happens at each fetch. */
const keepMeanwhile = (buildId: string, happen: () => unknown) =>
  server.installOn(caches, buildId, { happen });
const activate = (buildId: string) => replaceOtherBuilds({ buildId, caches, clock: systemClock });

async function readKept(buildId: string, path: string): Promise<string | undefined> {
  const files = await openFiles(caches, buildId);
  return files && (await findKept(files, path))?.text();
}

async function visitFirst(...parts: string[]): Promise<void> {
  server.deploy('aaaa', FIRST);
  await keep('aaaa');
  for (const part of parts) await wantPart('aaaa', part);
  await activate('aaaa');
  server.takeFetched();
}

test('a first visit fetches what every page needs in Portuguese, and no other language, picture or film', async () => {
  server.deploy('aaaa', FIRST);
  await keep('aaaa');
  expect(server.takeFetched()).toEqual([
    'ajuda.html',
    'app.html',
    'assets/aaaa/files.json',
    'assets/aaaa/index.js',
    'assets/aaaa/list.js',
    'assets/aaaa/texts/pt-PT/common.json',
    'assets/letters-1.woff2',
  ]);
});

describe('an update', () => {
  test('in which a word has changed fetches the file of that word, what it has and the page that says how pages may behave', async () => {
    await visitFirst('en', 'pictures', 'film');
    server.deploy('bbbb', { ...FIRST, 'assets/{id}/texts/pt-PT/common.json': '{"close":"Encerrar"}' });
    await keep('bbbb');
    expect(server.takeFetched()).toEqual([
      'app.html',
      'assets/bbbb/files.json',
      'assets/bbbb/texts/pt-PT/common.json',
    ]);
    expect(await readKept('bbbb', 'assets/bbbb/index.js')).toContain('"/assets/bbbb/texts"');
    expect(await readKept('bbbb', 'ajuda.html')).toContain('/assets/bbbb/style.css');
    expect(await readKept('bbbb', 'film/all.webm')).toBe('film');
  });

  test('keeps a language that was in use, with what has come to it since, and fetches none that was not', async () => {
    await visitFirst('en');
    server.deploy('bbbb', {
      ...FIRST,
      'assets/{id}/texts/en/scan.json': { part: 'en', says: '{"title":"Scan"}' },
      'assets/{id}/texts/uk/scan.json': { part: 'uk', says: '{"title":"Скан"}' },
    });
    await keep('bbbb');
    await activate('bbbb');
    expect(server.takeFetched()).toEqual([
      'app.html',
      'assets/bbbb/files.json',
      'assets/bbbb/texts/en/scan.json',
    ]);
    expect(await readKept('bbbb', 'assets/bbbb/texts/en/help.json')).toBe('{"title":"Help"}');
    expect(await readKept('bbbb', 'assets/bbbb/texts/uk/common.json')).toBeUndefined();
  });

  test('keeps the one picture that was looked at, and does not fetch the other', async () => {
    await visitFirst();
    const more = await caches.open('eclic-more-aaaa');
    await more.put('/story/one.webp', await server.fetch('/story/one.webp'));
    server.deploy('bbbb', FIRST);
    await keep('bbbb');
    expect(await readKept('bbbb', 'story/one.webp')).toBe('one');
    expect(await readKept('bbbb', 'story/two.webp')).toBeUndefined();
  });

  test('that does not come whole is not installed, leaves the older build as it is, and goes on where it was broken off', async () => {
    await visitFirst('en');
    server.deploy('bbbb', {
      ...FIRST,
      'ajuda.html': '<link href="/assets/{id}/style.css"><h1>Ajuda nova</h1>',
      'assets/{id}/texts/en/help.json': { part: 'en', says: '{"title":"New help"}' },
    });
    server.missing.add('assets/bbbb/texts/en/help.json');
    await expect(keep('bbbb')).rejects.toThrow('does not come');
    expect(await readKept('aaaa', 'assets/aaaa/texts/en/help.json')).toBe('{"title":"Help"}');
    server.missing.clear();
    server.takeFetched();
    await keep('bbbb');
    expect(server.takeFetched()).toEqual([
      'app.html',
      'assets/bbbb/files.json',
      'assets/bbbb/texts/en/help.json',
    ]);
  });

  test('has pages whose words are the older build’s behave as the newer one says', async () => {
    server.deploy('aaaa', FIRST, {
      'content-security-policy': "default-src 'none'",
      'content-encoding': 'br',
    });
    await keep('aaaa');
    server.deploy('bbbb', FIRST, { 'content-security-policy': "default-src 'none'; img-src 'self'" });
    await keep('bbbb');
    const page = await findIn(await caches.open('eclic-files-bbbb'), 'ajuda.html');
    expect(Object.fromEntries(page?.headers ?? [])).toEqual({
      'content-security-policy': "default-src 'none'; img-src 'self'",
      'content-type': 'text/html',
    });
  });

  test('whose files a worker that came between has forgotten is not installed: it would answer with nothing', async () => {
    await visitFirst();
    server.deploy('cccc', FIRST);
    await expect(keepMeanwhile('cccc', () => activate('bbbb'))).rejects.toThrow('gone');
  });

  test('whose server goes on to the next build meanwhile is not installed: it would mix the pages of two', async () => {
    await visitFirst();
    server.deploy('bbbb', FIRST);
    const deployNext = () => server.deploy('cccc', FIRST);
    await expect(keepMeanwhile('bbbb', deployNext)).rejects.toThrow('is not of this build');
  });

  test('takes the room of the builds before it once it acts, and nothing of others at this origin', async () => {
    await visitFirst();
    await caches.open('somebody-else');
    server.deploy('bbbb', FIRST);
    await keep('bbbb');
    await activate('bbbb');
    expect(await caches.keys()).toEqual(['somebody-else', 'eclic-files-bbbb', 'eclic-more-bbbb']);
  });

  test('is to the letter what its server sends, whatever builds came before it', async () => {
    const says = fc.constantFrom('one', 'two', 'at /assets/{id}/x.js', '{id}{id}');
    const page = says.map((text) => `<script src="/assets/{id}/index.js">${text}`);
    const build = fc.record({
      'app.html': page,
      'ajuda.html': page,
      'assets/{id}/index.js': says,
      'assets/{id}/texts/en/common.json': says.map((text) => ({ part: 'en', says: text })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(build, { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        async (builds, speaks) => {
          caches = createMemoryCaches();
          for (const [n, files] of builds.entries()) {
            const id = `build${n}`;
            server.deploy(id, files);
            await keep(id);
            if (speaks && n === 0) await wantPart(id, 'en');
            await activate(id);
            for (const name of Object.keys(files)) {
              const path = name.replace('{id}', id);
              if (speaks || !path.includes('/en/'))
                expect(await readKept(id, path)).toBe(await (await server.fetch(`/${path}`)).text());
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
