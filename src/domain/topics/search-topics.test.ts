import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { buildTopicIndex, searchTopics } from './search-topics.ts';

function labelsOf(lng: string) {
  return JSON.parse(readFileSync(new URL(`../../../locales/${lng}/topics.json`, import.meta.url), 'utf8'));
}

const portuguese = buildTopicIndex(tree, labelsOf('pt-PT'));
const english = buildTopicIndex(tree, labelsOf('en'));

function find(query: string, index = portuguese): string[] {
  return searchTopics(index, query, 100).map(({ subjectId }) => subjectId);
}

describe('searchTopics', () => {
  it.each([
    ['baixa', 'sicknessBenefit'],
    ['recibos verdes', 'selfEmployed'],
    ['desempregado', 'unemploymentBenefit'],
    ['licença de maternidade', 'parentalBenefit'],
    ['pensão da minha mãe', 'oldAgePension'],
    ['CSI', 'solidaritySupplement'],
    ['rsi', 'socialIncome'],
    ['mudar de banco', 'ibanChange'],
    ['palavra-chave', 'accessAndCodes'],
    ['penhora', 'enforcement'],
    ['A1', 'portableDocuments'],
    ['tsu', 'ratesAndExemptions'],
  ])('a person who types «%s» finds %s', (query, subjectId) => {
    expect(find(query)).toContain(subjectId);
  });

  it.each([
    'pagamento de contribuições',
    'PAGAMENTO DE CONTRIBUICOES',
    ' contribuicões  pagam ',
    'contribuicoes',
  ])('accents, case and order do not matter: «%s»', (query) => {
    expect(find(query)[0]).toBe('contributionPayment');
  });

  it('puts subjects called so before those that only everyday words lead to, and these before their neighbours', () => {
    const found = find('reforma');
    expect(found[0]).toBe('earlyRetirement');
    expect(found.indexOf('oldAgePension')).toBeLessThan(found.indexOf('pensionSupplements'));
  });

  it('puts first what an everyday word usually means: «baixa» is sick leave before it is anything else', () => {
    const found = find('baixa');
    expect(found[0]).toBe('sicknessBenefit');
    expect(found.at(-1)).toBe('solidaritySupplement');
  });

  it('finds within a word from four letters on', () => {
    expect(find('emprego')).toContain('unemploymentBenefit');
    expect(find('nss')).toEqual([]);
  });

  it('wants every word of the query', () => {
    expect(find('abono astronomia')).toEqual([]);
    expect(find('astronomia')).toEqual([]);
  });

  it('finds all subjects of a life event by its name', () => {
    const subjects = tree.lifeEvents.find(({ id }) => id === 'death')?.subjects.map(({ id }) => id) ?? [];
    expect(find('morte')).toEqual(expect.arrayContaining(subjects));
  });

  it('finds nothing for nothing, and never more than asked', () => {
    expect(find('')).toEqual([]);
    expect(find(' ,. ')).toEqual([]);
    expect(searchTopics(portuguese, 'subsídio', 3)).toHaveLength(3);
  });

  it('works in English', () => {
    expect(find('sick leave', english)).toContain('sicknessBenefit');
    expect(find('maternity', english)).toEqual(['parentalBenefit']);
  });

  it('finds every subject by its own label, among the first', () => {
    const labels: Record<string, string> = labelsOf('pt-PT').subject;
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(labels)), ([id, label]) => {
        expect(find(label.toUpperCase()).slice(0, 3)).toContain(id);
      }),
      { numRuns: 200 },
    );
  });

  it('takes any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => find(text).length <= portuguese.length));
  });
});
