import { expect, test } from 'vitest';
import { countLines, findCut } from './message-article.tsx';

const LINES = 6;
const SENTENCE = 'Para respondermos ao seu pedido, precisamos de mais um documento. ';

function cut(text: string): string {
  return text.slice(0, findCut(text, LINES));
}

test('six lines and fewer stay whole', () => {
  const text = 'Um\n\nDois\nTrês\n\nQuatro';
  expect(countLines(text)).toBe(LINES);
  expect(cut(text)).toBe(text);
  expect(cut('')).toBe('');
});

test('a longer text ends between two words, or at the end of a line', () => {
  const text = `Bom dia.\n\n${SENTENCE.repeat(5)}`;
  expect(text.startsWith(`${cut(text)} `)).toBe(true);
  expect(countLines(cut(text))).toBe(LINES);
  expect(cut(`${SENTENCE.repeat(3)}\n${'w'.repeat(10_000)}`)).toBe(SENTENCE.repeat(3));
});

test('a word without an end is nowhere to be cut', () => {
  const word = 'w'.repeat(10_000);
  expect(cut(word)).toBe(word);
});
