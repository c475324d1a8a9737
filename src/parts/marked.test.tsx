import { render } from '@testing-library/react';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchedWords } from '../db/search/word-forms.ts';
import { Marked } from './own-words.tsx';

function draw(text: string, searched = '') {
  const { container, unmount } = render(<Marked text={text} words={searchedWords(searched)} />);
  const read = (selector: string) =>
    [...container.querySelectorAll(selector)].map((element) => element.textContent);
  const drawn = { text: container.textContent, whole: read('span'), marked: read('mark') };
  unmount();
  return drawn;
}

test.each([
  ['Sobre o pedido EC-2026-0000123, de maio.', ['EC-2026-0000123']],
  ['EC-2026-0000123 e EC-2026-0000124', ['EC-2026-0000123', 'EC-2026-0000124']],
  ['Moro em 1000-001 Lisboa', ['1000-001']],
  ['Na segunda-feira às 10, no r/c-esq., com 3 - 2', []],
])('of «%s» no line ends within %j', (text, whole) => {
  expect(draw(text)).toEqual({ text, whole, marked: [] });
});

test('a reference that was searched for, or a part of it, is marked and whole', () => {
  const text = 'Sobre o pedido EC-2026-0000123.';
  expect(draw(text, '0000123')).toEqual({ text, whole: ['EC-2026-0000123'], marked: ['0000123'] });
});

test('whatever somebody wrote stands there letter by letter, to be read and copied', () => {
  const pieces = fc.constantFrom('EC', '-', '2026', ' ', '\n', 'é', '1', 'а', '😀', '<b>');
  const written = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(fc.property(written, (text) => draw(text, 'ec 1').text === text));
});

test('a word without end is drawn at once', () => {
  const began = performance.now();
  draw(`${'a1'.repeat(200_000)} ${'1-'.repeat(200_000)}`);
  expect(performance.now() - began).toBeLessThan(15_000);
});
