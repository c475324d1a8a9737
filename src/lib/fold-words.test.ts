import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWords, queryWords } from '../../shared/fold-text.ts';
import { markWords } from './mark-words.ts';

const written = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aáÀçÇõ éêß-.,1ñŁșİ \n«»') }),
  fc.string({ unit: fc.constantFrom('हि', 'é', 'e\u0301', 'Ж', ' ', 'a', "'", '’', 'ʼ', 'ґ') }),
);

test('the quick road folds as the slow one does', () => {
  fc.assert(
    fc.property(written, (text) => {
      expect(foldWords(text)).toBe(foldText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
    }),
    { numRuns: 2_000 },
  );
});

test('accents, case and signs make no difference to what is searched', () => {
  expect(queryWords('  Pensão de VELHICE, pensao! EC-2026-0000123')).toEqual([
    'pensao',
    'de',
    'velhice',
    'ec',
    '2026',
    '0000123',
  ]);
  expect(queryWords(' -- ')).toEqual([]);
});

test('a Ukrainian word is one word with whichever apostrophe it is written, or with none', () => {
  for (const typed of ["СІМ'Я", 'сім’я', 'сімʼя', 'сімя']) expect(queryWords(typed)).toEqual(['сімя']);
  expect(queryWords('l’allocation')).toEqual(['l', 'allocation']);
});

const beginnings = (query: string) =>
  queryWords(query).map((word) => ({ fits: (candidate: string) => candidate.startsWith(word) }));

test('marking never changes a text, whatever is searched', () => {
  fc.assert(
    fc.property(written, written, (text, query) => {
      const parts = markWords(text, beginnings(query));
      expect(parts.map((part) => part.text).join('')).toBe(text);
    }),
  );
});

test('every word that begins as searched is marked, in its own letters', () => {
  expect(markWords('A Pensão e as pensões.', beginnings('pens'))).toEqual([
    { text: 'A ', isMatch: false },
    { text: 'Pensão', isMatch: true },
    { text: ' e as ', isMatch: false },
    { text: 'pensões', isMatch: true },
    { text: '.', isMatch: false },
  ]);
});

test('a word with an apostrophe is marked as a whole where its language writes it as one', () => {
  expect(markWords('Моя сім’я тут', beginnings("сім'я"))).toEqual([
    { text: 'Моя ', isMatch: false },
    { text: 'сім’я', isMatch: true },
    { text: ' тут', isMatch: false },
  ]);
  expect(markWords('L’allocation', beginnings('allo'))).toEqual([
    { text: 'L’', isMatch: false },
    { text: 'allocation', isMatch: true },
  ]);
});
