import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { APP_PART, folderOfBuild, pathOfFileList } from '../../shared/file-list.ts';
import { SOURCE_LANGUAGE } from '../../src/state/kept-preferences.ts';
import { expect, test } from '../fixtures.ts';
import { BUILD_ID, DIST, readFileList } from './read-build.ts';

const BEHIND_MAX_BYTES = 900_000;

/** The size in which nearly every browser receives the file: compressed by Brotli, where that helps. */
function compressedBytes(path: string): number {
  const file = join(DIST, path);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

test('what comes behind a first visit, so that every page opens in Portuguese without a connection, weighs at most 0.9 MB', () => {
  const page = readFileSync(join(DIST, 'entrar.html'), 'utf8');
  const isOfPage = (path: string) => page.includes(`"/${path}"`);
  const files = (readFileList()[APP_PART] ?? []).map(([path]) => path);
  const ofTheWorker = readdirSync(join(DIST, 'assets')).filter((name) =>
    /^background-sync-\w+\.js$/.test(name),
  );
  const all = [...files, ...ofTheWorker.map((name) => `assets/${name}`), pathOfFileList(BUILD_ID), 'sw.js'];
  // The browser keeps for ever what the page has fetched, and does not fetch it again.
  const behind = all.filter((path) => !isOfPage(path));
  const weight = behind.reduce((sum, path) => sum + compressedBytes(path), 0);
  console.log(`behind a first visit: ${(weight / 1_000_000).toFixed(2)} MB in ${behind.length} files`);
  expect(weight).toBeLessThanOrEqual(BEHIND_MAX_BYTES);
});

test('what the browser answers by itself is all in the part with which e-Clic starts: it asks no other cache', () => {
  const folder = folderOfBuild(BUILD_ID);
  const others = Object.entries(readFileList()).flatMap(([part, files]) =>
    part === APP_PART ? [] : files.map(([path]) => path),
  );
  const inFolder = others.filter((path) => path.startsWith(folder));
  expect(inFolder).not.toEqual([]);
  const texts = new RegExp(`^${folder}/texts/(?!${SOURCE_LANGUAGE}/)`);
  expect(inFolder.filter((path) => !texts.test(path))).toEqual([]);
});

test('the worker keeps no file twice, once as it is and once compressed', () => {
  expect(JSON.stringify(readFileList())).not.toMatch(/\.(?:br|gz)"/);
});
