import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSought } from './find-requests.ts';
import { searchText, searchWords } from './search-text.ts';

it.each([
  ['Pensões, prestações e cidadãos', 'pensao prestacao e cidadao'],
  ['AS MÃES', 'as mao'],
  ['caos', 'cao'],
  ['poesia', 'poesia'],
])('«%s» is kept as «%s»', (text, kept) => {
  expect(searchText(text).trim()).toBe(kept);
});

it('whatever is typed is sought in the very words by which it is kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const kept = searchText(text).split(' ');
      for (const word of searchWords(text)) {
        expect(kept).toContain(word);
        // No word is an operator of the database's searches.
        expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
      }
    }),
  );
});

it.each([
  [' ec-2026-0000123 ', { kind: 'reference', reference: 'EC-2026-0000123' }],
  ['123 456 789-02', { kind: 'niss', niss: '12345678902' }],
  ['12345678901', { kind: 'words', words: ['12345678901'] }],
  ['Maria Exemplo', { kind: 'words', words: ['maria', 'exemplo'] }],
])('«%s» is taken for what it is', (text, sought) => {
  expect(readSought(text)).toEqual(sought);
});
