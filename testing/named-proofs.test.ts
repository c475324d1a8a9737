import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ONLY_IN_ALL } from '../ops/test/level.ts';
import { readSources } from './read-sources.ts';

const FOLDERS = [
  'build',
  'contract',
  'domain',
  'src',
  'mocks',
  'server',
  'e2e',
  'ops',
  'locales',
  'serving',
  'shared',
  'testing',
];
const tests = Object.entries(readSources(FOLDERS)).filter(([path]) =>
  /\.(test|spec)\.tsx?$|-suite\.ts$/.test(path),
);
/** Reads the rows of the tables; the prose around them names no proof. */
const readRows = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));

const filesNamed = (text: string) => text.match(/[\w./-]+(?:\.(?:test|spec)\.tsx?|-suite\.ts)/g) ?? [];
/** Finds proofs of the form *title…* (file), where … stands for words left out. */
const titlesNamed = (text: string) => [...text.matchAll(/\*([^*]+)\*(?: \(([\w./-]+)\))?/g)];
const find = (file: string) => tests.filter(([path]) => `/${path}`.endsWith(`/${file}`));

function holdsTitle(text: string, title: string): boolean {
  return title
    .split('…')
    .map((part) => part.trim())
    .every((part) => text.includes(part));
}

/** Whether a test runs only in the full run, by its file or by its tag. */
function isOnlyInAll([path, text]: [string, string], title: string | null): boolean {
  if (Object.hasOwn(ONLY_IN_ALL, path)) return true;
  if (title === null) return false;
  const [begin = ''] = title.split('…');
  const from = text.indexOf(begin.trim());
  return from !== -1 && /^[^\n]*',?\s*\{\s*tag: ALL_TAG,?\s*\}/.test(text.slice(from));
}

/** Finds proofs that do not run where the row says: in the gate, or after *all:* only in the full run. */
function findWrongLevel(text: string, isAll: boolean): string[] {
  const titles = titlesNamed(text).map(([, title = '', file]) => ({
    title,
    file,
    places: (file ? find(file) : tests).filter(([, source]) => holdsTitle(source, title)),
  }));
  // A file beside a title only says where that test is.
  const files = filesNamed(text)
    .filter((file) => !titles.some((each) => each.file === file))
    .map((file) => ({ title: null, file, places: find(file) }));
  return [...titles, ...files]
    .filter(({ places, title }) => !places.some((place) => isOnlyInAll(place, title) === isAll))
    .map(
      ({ title, file }) => `${title ?? file} does not run ${isAll ? 'with everything alone' : 'in the gate'}`,
    );
}

function findUntrue(row: string): string[] {
  const untrue = filesNamed(row).filter((file) => find(file).length === 0);
  for (const [, title = '', file] of titlesNamed(row)) {
    const places = file ? find(file) : tests;
    if (!places.some(([, text]) => holdsTitle(text, title))) untrue.push(title);
  }
  for (const [, path = ''] of row.matchAll(/`([\w-]+\/[\w./-]+\.ts)`/g)) {
    if (!existsSync(path) && !existsSync(`src/${path}`)) untrue.push(path);
  }
  if (untrue.length > 0) return untrue;
  const [inGate = '', inAll = ''] = row.split(/\ball: /);
  return [...findWrongLevel(inGate, false), ...findWrongLevel(inAll, true)];
}

const DOCUMENTS = ['docs/reliability.md', 'docs/security.md'];

it.each(DOCUMENTS)('every test and file that %s names is there, and runs when it says', (path) => {
  const rows = readRows(path);
  expect(rows.length).toBeGreaterThan(70);
  expect(rows.flatMap(findUntrue)).toEqual([]);
});

it('every test that docs/accessibility.md names is there, and runs in the gate', () => {
  const names = readRows('docs/accessibility.md').flatMap(
    (row) => row.match(/[\w-]+\.(?:test|spec)(?=`)/g) ?? [],
  );
  expect(names.length).toBeGreaterThan(20);
  const isInGate = (name: string) =>
    tests.some((test) => new RegExp(`/${name}\\.tsx?$`).test(test[0]) && !isOnlyInAll(test, null));
  expect(names.filter((name) => !isInGate(name))).toEqual([]);
});

it('every row of docs/browsers.md is a step of a test, and runs when it says', () => {
  const rows = readRows('docs/browsers.md')
    .map((row) => row.split(' | '))
    .filter(([, level]) => level === 'gate' || level === 'all');
  expect(rows.length).toBeGreaterThan(20);
  const engines = tests.filter(([path]) => path.startsWith('e2e/engines/'));
  const isSo = ([row = '', level]: string[]) =>
    engines.some((test) => {
      const title = row.replace('| ', '');
      return test[1].includes(`'${title}'`) && isOnlyInAll(test, null) === (level === 'all');
    });
  expect(rows.filter((row) => !isSo(row)).map(([row]) => row)).toEqual([]);
});

it('every file of tests that runs with everything alone is there', () => {
  expect(Object.keys(ONLY_IN_ALL).filter((file) => !existsSync(file))).toEqual([]);
});

it.each([
  ['a test that was given another title', '| x | *nobody ever wrote this* (pull.test.ts) |'],
  ['a title of another file', '| x | *older news never undoes newer news* (push.test.ts) |'],
  ['a file that has gone', '| x | gone.test.ts |'],
  ['code that has moved', '| 1 | `db/gone.ts`: break it | |'],
  ['what runs with everything alone and is said to be in the gate', '| x | crashes.test.ts |'],
  ['what runs in the gate and is said to be left to everything', '| x | all: pull.test.ts |'],
])('%s would be found out', (_what, row) => {
  expect(findUntrue(row)).toHaveLength(1);
});
