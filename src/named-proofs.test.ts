import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSources } from './testing/read-sources.ts';

const tests = Object.entries(readSources(['src', 'mocks', 'server', 'e2e'])).filter(([path]) =>
  /\.(test|spec)\.tsx?$|-suite\.ts$/.test(path),
);
/** What stands in the tables: the prose above and below names no proof. */
const readRows = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));

const filesNamed = (text: string) => text.match(/[\w./-]+(?:\.(?:test|spec)\.tsx?|-suite\.ts)/g) ?? [];
const find = (file: string) => tests.filter(([path]) => `/${path}`.endsWith(`/${file}`));

function findUntrue(row: string): string[] {
  const untrue = filesNamed(row).filter((file) => find(file).length === 0);
  // *title…* (file), where … stands for what is left out.
  for (const [, title = '', file] of row.matchAll(/\*([^*]+)\*(?: \(([\w./-]+)\))?/g)) {
    const places = file ? find(file) : tests;
    const parts = title.split('…').map((part) => part.trim());
    const isThere = places.some(([, text]) => parts.every((part) => text.includes(part)));
    if (!isThere) untrue.push(title);
  }
  for (const [, path = ''] of row.matchAll(/`([\w-]+\/[\w./-]+\.ts)`/g)) {
    if (!existsSync(path) && !existsSync(`src/${path}`)) untrue.push(path);
  }
  return untrue;
}

it.each(['docs/reliability.md', 'docs/security.md'])('every test and file that %s names is there', (path) => {
  const rows = readRows(path);
  expect(rows.length).toBeGreaterThan(70);
  expect(rows.flatMap(findUntrue)).toEqual([]);
});

it.each([
  ['a test that was given another title', '| x | *nobody ever wrote this* (pull.test.ts) |'],
  ['a title of another file', '| x | *older news never undoes newer news* (push.test.ts) |'],
  ['a file that has gone', '| x | gone.test.ts |'],
  ['code that has moved', '| 1 | `db/gone.ts`: break it | |'],
])('%s would be found out', (_what, row) => {
  expect(findUntrue(row)).toHaveLength(1);
});
