import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PersonPhrase,
  PHRASES,
  PHRASES_KEPT_ASIDE,
  PHRASES_NEVER_SEEN,
} from '../../testing/phrases-of-people.ts';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { buildTopicIndex, searchTopics } from './search-topics.ts';

function labelsOf(lng: string) {
  return JSON.parse(readFileSync(new URL(`../../locales/${lng}/topics.json`, import.meta.url), 'utf8'));
}

const portuguese = buildTopicIndex(tree, labelsOf('pt-PT'));
const english = buildTopicIndex(tree, labelsOf('en'));

function find(query: string, index = portuguese): string[] {
  return searchTopics(index, query, 100).map(({ subjectId }) => subjectId);
}

function missed(phrases: readonly PersonPhrase[]): string[] {
  return phrases
    .map(({ text, subjectIds }) => ({ text, subjectIds, found: find(text).slice(0, 3) }))
    .filter(({ subjectIds, found }) => !found.some((id) => subjectIds.includes(id)))
    .map(({ text, subjectIds, found }) => `${text}: ${subjectIds} wanted, ${found} found`);
}

describe('searchTopics', () => {
  it.each([
    ['of forty-five phrases that people type', PHRASES, 45],
    ['of fifteen that were kept aside', PHRASES_KEPT_ASIDE, 15],
    ['of fifteen that no word was chosen by', PHRASES_NEVER_SEEN, 15],
  ])('finds what a person would choose among the first three for 90 % %s', (_, phrases, count) => {
    expect(phrases).toHaveLength(count);
    const misses = missed(phrases);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(count * 0.1);
  });

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

  it('puts first what has every word of the query, and then a few that have some', () => {
    const found = find('abono escalão');
    expect(found[0]).toBe('childBenefit');
    expect(found.length).toBeLessThanOrEqual(5);
    expect(find('abono astronomia')).toContain('childBenefit');
    expect(find('astronomia')).toEqual([]);
  });

  it('knows a word by its forms on both sides, and one that is still being typed by its beginning', () => {
    expect(find('a restituição que me devem')[0]).toBe('refunds');
    expect(find('dívida')[0]).toBe('debtsAndInstalments');
    expect(find('a minha creche astrono')).toEqual(find('a minha creche'));
    expect(find('quero um berç')[0]).toBe('careServices');
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

  it('reads of a letter that is pasted only its first four thousand units', () => {
    const words = 'baixa '.repeat(700);
    expect(find(`${words} xyzxyz`)).toEqual(find(words));
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
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => find(text).length <= portuguese.entries.length),
    );
  });
});
