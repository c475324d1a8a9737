import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnswerPair, PAIRS, PAIRS_KEPT_ASIDE } from '../../testing/answer-pairs.ts';
import { fitAnswers } from './fitting-answers.ts';
import { indexPhrases } from './phrase-scores.ts';
import { ANSWER_IDS, type AnswerId, SHORT_ANSWERS } from './short-answers.ts';
import type { TopicChoice } from './topic.ts';

const LOCALES = new URL('../../locales/', import.meta.url);

function wordsOf(lng: string): Record<AnswerId, string> {
  return JSON.parse(readFileSync(new URL(`${lng}/answers.json`, LOCALES), 'utf8')).words;
}

const portuguese = indexPhrases(wordsOf('pt-PT'), '');

function under(subjectId: string | null): TopicChoice {
  return { status: 'partial', lifeEventId: 'any', subjectId, reasonId: null };
}

/** What the citizen is shown, which may be two answers at most, the right one first. */
function isRight(shown: readonly AnswerId[], right: AnswerId | null): boolean {
  return right === null ? shown.length === 0 : shown[0] === right && shown.length <= 2;
}

function missed(pairs: readonly AnswerPair[]): string[] {
  return pairs
    .map((pair) => ({ ...pair, shown: fitAnswers({ ...pair, description: pair.text }, portuguese) }))
    .filter(({ shown, right }) => !isRight(shown, right))
    .map(({ text, right, shown }) => `${text}: ${shown.join(', ') || 'none'} instead of ${right ?? 'none'}`);
}

describe('the short answer that fits topic and words', () => {
  it('is measured on forty pairs, of which ten want no answer and ten are kept aside', () => {
    const all = [...PAIRS, ...PAIRS_KEPT_ASIDE];
    expect(all).toHaveLength(40);
    expect(all.filter(({ right }) => right === null)).toHaveLength(10);
    expect(PAIRS_KEPT_ASIDE).toHaveLength(10);
  });

  it('is the right one, or none, for at least 90 % of thirty descriptions', () => {
    expect(missed(PAIRS).length, missed(PAIRS).join('\n')).toBeLessThanOrEqual(3);
  });

  it('is so also for nine of the ten that no word was chosen by', () => {
    expect(missed(PAIRS_KEPT_ASIDE).length).toBeLessThanOrEqual(1);
  });

  it.each(['pt-PT', 'en', 'es', 'fr', 'uk'])('is found by each of its own expressions in %s', (lng) => {
    const words = wordsOf(lng);
    const index = indexPhrases(words, '');
    for (const id of ANSWER_IDS) {
      const [subjectId] = SHORT_ANSWERS[id].subjectIds;
      for (const description of words[id].split(', ')) {
        const shown = fitAnswers({ description, topic: under(subjectId), kind: 'information' }, index);
        expect(shown.length, description).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    ['en', 'childBenefit', 'I did not receive the family allowance in October', 'paymentDays'],
    ['es', 'accessAndCodes', 'cambie de movil y el codigo sms no llega', 'signInCode'],
    ['fr', 'ibanChange', "j'ai changé de banque, voici mon nouvel iban", 'iban'],
    ['uk', 'legalProtection', 'мені потрібен адвокат, але немає грошей', 'courtCosts'],
  ] as const)('is chosen by the words of %s too', (lng, subjectId, description, right) => {
    const asked = { description, topic: under(subjectId), kind: 'information' } as const;
    expect(fitAnswers(asked, indexPhrases(wordsOf(lng), ''))[0]).toBe(right);
  });

  const IBAN = { description: 'mudei de banco, este é o novo IBAN', kind: 'information' } as const;

  it('is none for a complaint, nor before there is a subject', () => {
    expect(fitAnswers({ ...IBAN, topic: under('ibanChange') }, portuguese)).toEqual(['iban']);
    expect(fitAnswers({ ...IBAN, topic: under('ibanChange'), kind: 'complaint' }, portuguese)).toEqual([]);
    expect(fitAnswers({ ...IBAN, topic: under(null) }, portuguese)).toEqual([]);
    expect(fitAnswers({ ...IBAN, topic: null }, portuguese)).toEqual([]);
  });

  it('is found without a topic by two of its words, and not by one', () => {
    const topic = { status: 'unknown' } as const;
    expect(fitAnswers({ ...IBAN, topic }, portuguese)).toEqual(['iban']);
    expect(fitAnswers({ ...IBAN, description: 'o meu advogado', topic }, portuguese)).toEqual([]);
  });

  it('is one of two at most, whatever is written', () => {
    const everything = Object.values(wordsOf('pt-PT')).join(' ');
    const topic = { status: 'unknown' } as const;
    expect(fitAnswers({ ...IBAN, description: everything, topic }, portuguese)).toHaveLength(2);
  });
});
