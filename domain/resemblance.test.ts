import { expect, it } from 'vitest';
import { KEPT_ASIDE, SENTENCES } from '../testing/everyday-sentences.ts';
import { gistOf, resemblance } from './resemblance.ts';

const alike = (one: string, other: string) => resemblance(gistOf(one), gistOf(other));

it.each([
  [
    'Quando é que recebo o abono de família da minha filha?',
    'quando pagam o abono de familia da minha filha',
  ],
  [
    'Estou de baixa desde dia 10 e ainda não recebi o subsídio de doença.',
    'boa tarde, continuo de baixa e ainda nao recebi nada do subsidio de doença',
  ],
  [
    'Recebi uma nota de cobrança de contribuições e não percebo a que mês se refere.',
    'Não percebo a que se refere a nota de cobrança das contribuições que recebi',
  ],
  [
    'Preciso de uma declaração de não dívida para um concurso',
    'Como obtenho a declaração de não dívida para o concurso?',
  ],
  [
    'Pedi a reforma antecipada e queria saber se há cortes na pensão',
    'A minha pensão vai ter cortes? Pedi a reforma antecipada.',
  ],
  ['Mudei de banco, como altero o IBAN?', 'como faço para alterar o iban, mudei de banco'],
  [
    'A minha mãe tem Alzheimer e indeferiram o complemento por dependência',
    'indeferiram o complemento por dependencia da minha mae, que tem alzheimer. Não concordo',
  ],
])('«%s» was asked already by «%s»', (one, other) => {
  expect(alike(one, other)).toBeGreaterThan(0);
  expect(alike(other, one)).toBe(alike(one, other));
});

it.each([
  ['Como peço o abono de família?', 'Quero mudar a morada e saber se o abono de família continua'],
  ['Não recebi o subsídio de doença em março de 2026', 'Não recebi o subsídio de doença em maio'],
  ['Preciso da declaração de rendimentos de 2024', 'Preciso da declaração de rendimentos de 2025'],
  [
    'Queria saber em que ponto está o meu pedido',
    'Gostava de saber em que ponto está o meu pedido de pensão',
  ],
  [
    'Boa tarde, tenho uma dúvida sobre a minha situação',
    'Boa tarde, queria uma informação sobre a minha situação',
  ],
  ['Subsídio de desemprego: quanto recebo?', 'Subsídio de doença: quanto recebo?'],
  [
    'Mudei de banco, como altero o IBAN?',
    'Mudei de casa e de banco, casei, tenho agora outro nome e queria alterar a morada, o apelido, o telefone, o e-mail e o IBAN',
  ],
  ['', ''],
])('«%s» is another question than «%s»', (one, other) => {
  expect(alike(one, other)).toBe(0);
});

it('raises no false alarm among what forty people asked', () => {
  const texts = [...SENTENCES, ...KEPT_ASIDE].map(({ text }) => text);
  const alarms = texts.flatMap((one, place) =>
    texts.slice(place + 1).flatMap((other) => (alike(one, other) > 0 ? [[one, other]] : [])),
  );
  expect(alarms).toEqual([]);
});
