import { existsSync, readFileSync } from 'node:fs';
import bcd from '@mdn/browser-compat-data/forLegacyNode';
import type { BrowserName, Identifier } from '@mdn/browser-compat-data/types';
import { expect, it } from 'vitest';

/** The browsers of each column. The row says yes where at least one of them has the feature. */
const COLUMNS: readonly (readonly BrowserName[])[] = [
  ['chrome', 'edge'],
  ['chrome_android'],
  ['firefox', 'firefox_android'],
  ['safari'],
  ['safari_ios'],
];

const rows = readFileSync('docs/reach.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what |'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map((cells) => ({
    what: cells[1] ?? '',
    has: cells.slice(2, 2 + COLUMNS.length).map((cell) => cell !== '–'),
    tests: cells[7]?.match(/[\w./-]+\.(?:test|spec)\.tsx?/g) ?? [],
    entry: cells[8]?.replaceAll('`', '') ?? '',
  }));

function findEntry(path: string): Identifier | undefined {
  return path.split('.').reduce<Identifier | undefined>((at, key) => at?.[key], bcd as unknown as Identifier);
}

/** Whether a browser has the whole feature, without a switch in its settings. */
function isIn(entry: string, browser: BrowserName): boolean {
  const support = findEntry(entry)?.__compat?.support[browser];
  const [newest] = support === undefined ? [] : [support].flat();
  return Boolean(newest?.version_added && !newest.flags && !newest.partial_implementation);
}

it('the sheet of what works where has a row for each thing beyond the page', () => {
  expect(rows.length).toBeGreaterThan(7);
});

it.each(rows)('«$what» is known by a test that is there', ({ tests }) => {
  expect(tests).not.toEqual([]);
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});

it.each(rows)('«$what» works in the browsers that have $entry, and in no other', ({ has, entry }) => {
  expect(findEntry(entry)?.__compat).toBeDefined();
  expect(has).toEqual(COLUMNS.map((browsers) => browsers.some((browser) => isIn(entry, browser))));
});
