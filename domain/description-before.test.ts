import { expect, it } from 'vitest';
import { descriptionBefore } from './description-before.ts';

const SAID = [
  { id: 'a', purpose: 'question', body: 'De que mês?' },
  { id: 'b', purpose: 'correction', body: 'Recebi a nota de setembro.' },
  { id: 'c', purpose: 'reply', body: 'De setembro.' },
  { id: 'd', purpose: 'correction', body: 'Recebi a nota de outubro.' },
] as const;

it.each([
  ['b', 'Recebi a nota.'],
  ['d', 'Recebi a nota de setembro.'],
  [undefined, 'Recebi a nota de outubro.'],
])('each correction stands beside what it takes the place of: before %s', (id, words) => {
  expect(descriptionBefore('Recebi a nota.', SAID, id)).toBe(words);
});

it('what nobody corrected is what was sent first', () => {
  expect(descriptionBefore('Recebi a nota.', SAID.slice(0, 1))).toBe('Recebi a nota.');
});
