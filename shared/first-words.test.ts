import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstWords } from './first-words.ts';

test('a short description stays whole, on one line', () => {
  expect(firstWords('Recebi\n\na carta.  Obrigada ', 140)).toBe('Recebi a carta. Obrigada');
});

test('a long one is cut between words', () => {
  expect(firstWords('Não recebi a pensão deste mês', 16)).toBe('Não recebi a…');
});

test('a word without an end is cut within', () => {
  expect(firstWords('a'.repeat(10_000), 20)).toBe(`${'a'.repeat(20)}…`);
});

test('a family emoji is never cut in two', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(firstWords(family.repeat(5), 3)).toBe(`${family.repeat(3)}…`);
});

test('a text of Latin letters is cut as any other', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aáÇõ «»…–€1 '), maxLength: 40 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 30 }), (text, most) => {
      // The emoji has two code units, so that the second text is cut like any that is not Latin.
      const line = text.replace(/\s+/g, ' ').trim();
      const long = `${line} ${'x'.repeat(40)}`;
      expect(firstWords(long, most)).toBe(firstWords(`${long}🧡`, most));
    }),
  );
});
