import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

/** In the order in which databases have had them: none is ever named anew, and none comes between two of them. */
const KNOWN = [
  '0001-first.sql',
  '0002-balcao.sql',
  '0003-office-api.sql',
  '0004-office-api.sql',
  '0005-sign-in.sql',
  '0006-mail.sql',
  '0008-files.sql',
  '0009-found-in-uploads.sql',
  '0009-own-ids.sql',
  '0010-second-factor.sql',
  '0011-store-puts.sql',
  '0012-told-languages.sql',
];

const names = readdirSync(new URL('migrations/', import.meta.url)).toSorted();

it('migrations that databases know stay as they are called, in their order, before all later ones', () => {
  expect(names.slice(0, KNOWN.length)).toEqual(KNOWN);
});

it('each later migration has a number of its own', () => {
  const numbers = names.slice(KNOWN.length - 1).map((name) => /^(\d{4})-[a-z-]+\.sql$/.exec(name)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
});
