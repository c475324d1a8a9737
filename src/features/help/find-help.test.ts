import { expect, it } from 'vitest';
import { findHelp } from './help-search.tsx';

const TEXTS = [
  {
    id: 'late',
    title: 'A resposta está atrasada',
    words: 'Se o prazo passou, pode apresentar uma reclamação.',
  },
  { id: 'deadlines', title: 'Prazos da resposta', words: 'O prazo é de 10 dias úteis.' },
  { id: 'niss', title: 'Não tenho NISS', words: 'O NISS tem 11 algarismos. Como se obtém ou pede.' },
];

it('finds words without accents, by their beginning, and titles first', () => {
  expect(findHelp(TEXTS, 'PRAZ')).toEqual(['deadlines', 'late']);
  expect(findHelp(TEXTS, 'reclamacao')).toEqual(['late']);
});

it('answers a whole question with what holds the most of its words', () => {
  expect(findHelp(TEXTS, 'como é que eu arranjo o niss?')).toEqual(['niss']);
});

it('reads the beginning of a long letter, which would hold the page up at each key', () => {
  expect(findHelp(TEXTS, `${'prazo '.repeat(700)}atrasada`)).toEqual(['deadlines', 'late']);
});

it('finds nothing for what nobody has written about', () => {
  expect(findHelp(TEXTS, 'xyzxyz de que')).toEqual([]);
});
