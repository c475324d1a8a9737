import { expect, it } from 'vitest';
import { indexPhrases, scoresOf } from './phrase-scores.ts';

const index = indexPhrases({ illness: 'doente', family: 'abono' }, '');

it.each([
  ['a letter too many makes a long word of one that is a letter shorter', 'estou doenmte', ['illness']],
  ['a letter that is wrong in a short word makes another word', 'estou duente', []],
])('%s', (_, text, ids) => {
  expect([...scoresOf(text, index).keys()]).toEqual(ids);
});
