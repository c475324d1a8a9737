import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REQUEST_KINDS, REQUEST_STATES } from '../../../contract/request-words.ts';
import { REQUEST_ORDERS, type RequestQuery, SELF, UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import { readListFilters } from './list-search.ts';
import { toListSearch, toQuery } from './to-query.ts';

const day = fc.constantFrom(null, '2026-01-31', '2025-12-01');
const queries: fc.Arbitrary<RequestQuery> = fc.record({
  words: fc.constantFrom('', 'pensão', 'a & b = c'),
  state: fc.constantFrom(null, ...REQUEST_STATES),
  topicId: fc.constantFrom(null, 'payments', UNKNOWN_TOPIC),
  kind: fc.constantFrom(null, ...REQUEST_KINDS),
  personId: fc.constantFrom(null, SELF, 'c_b6yj0f4sp8', '5f0c7d8e-0000-4000-8000-000000000001'),
  from: day,
  until: day,
  unreadOnly: fc.boolean(),
  order: fc.constantFrom(...REQUEST_ORDERS),
});

test('whatever is asked survives the address and the entry, and comes back the same', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const { q, ...filters } = toListSearch(query);
      expect(toQuery({ ...readListFilters(filters), ...(q && { q }) })).toEqual(query);
    }),
  );
});

test('an address that somebody made up asks nothing', () => {
  expect(
    readListFilters({
      estado: 'tudo',
      tema: '../..',
      ordem: '1',
      desde: 'ontem',
      porler: 'nao',
      q: 'pensão',
      x: '1',
    }),
  ).toEqual({});
});
