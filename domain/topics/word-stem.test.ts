import { expect, it } from 'vitest';
import { isOneSlipApart } from './word-stem.ts';

it.each([
  ['with a letter too many', 'desempregp', 'desempreg'],
  ['with a letter missing', 'desmpreg', 'desempreg'],
  ['with a wrong letter', 'dezempreg', 'desempreg'],
  ['with two neighbours exchanged', 'desemrpeg', 'desempreg'],
])('a word %s is one slip away, whichever of the two was meant', (_, typed, meant) => {
  expect([isOneSlipApart(typed, meant), isOneSlipApart(meant, typed)]).toEqual([true, true]);
});

it.each([
  ['two letters too many', 'desempregps', 'desempreg'],
  ['two letters missing', 'desmpeg', 'desempreg'],
  ['two wrong letters', 'dezemqreg', 'desempreg'],
  ['most of its letters missing', 'd', 'desempreg'],
  ['all but its first letter other ones', 'dxesempregado', 'desempreg'],
])('a word with %s is another word, whichever of the two was meant', (_, typed, meant) => {
  expect([isOneSlipApart(typed, meant), isOneSlipApart(meant, typed)]).toEqual([false, false]);
});
