import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnswerPair, PAIRS, PAIRS_KEPT_ASIDE } from '../../testing/answer-pairs.ts';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { fitAnswers } from './fitting-answers.ts';
import { indexPhrases } from './phrase-scores.ts';
import { buildTopicIndex } from './search-topics.ts';
import { ANSWER_IDS, type AnswerId, SHORT_ANSWERS } from './short-answers.ts';
import type { TopicChoice } from './topic.ts';

const LOCALES = new URL('../../locales/', import.meta.url);

function read(lng: string, file: string) {
  return JSON.parse(readFileSync(new URL(`${lng}/${file}.json`, LOCALES), 'utf8'));
}

function wordsOf(lng: string): Record<AnswerId, string> {
  return read(lng, 'answers').words;
}

type Asked = Parameters<typeof fitAnswers>[0];

/** Makes the function that proposes answers, as the page of a language does. */
function answererIn(lng: string) {
  const phrases = indexPhrases(wordsOf(lng), '');
  const subjects = buildTopicIndex(tree, read(lng, 'topics'));
  return (asked: Asked) => fitAnswers(asked, phrases, subjects);
}

const answer = answererIn('pt-PT');

function under(subjectId: string | null): TopicChoice {
  return { status: 'partial', lifeEventId: 'any', subjectId, reasonId: null };
}

/** Whether the citizen is shown the right answer first, and two answers at most; or none where none is right. */
function isRight(shown: readonly AnswerId[], right: AnswerId | null): boolean {
  return right === null ? shown.length === 0 : shown[0] === right && shown.length <= 2;
}

function missed(pairs: readonly AnswerPair[]): string[] {
  return pairs
    .map((pair) => ({ ...pair, shown: answer({ ...pair, description: pair.text }) }))
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
    const answerThere = answererIn(lng);
    for (const id of ANSWER_IDS) {
      const [subjectId] = SHORT_ANSWERS[id].subjectIds;
      for (const description of words[id].split(', ')) {
        const shown = answerThere({ description, topic: under(subjectId), kind: 'information' });
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
    expect(answererIn(lng)(asked)[0]).toBe(right);
  });

  const IBAN = { description: 'mudei de banco, este é o novo IBAN', kind: 'information' } as const;

  it('is none for a complaint, nor before there is a subject', () => {
    expect(answer({ ...IBAN, topic: under('ibanChange') })).toEqual(['iban']);
    expect(answer({ ...IBAN, topic: under('ibanChange'), kind: 'complaint' })).toEqual([]);
    expect(answer({ ...IBAN, topic: under(null) })).toEqual([]);
    expect(answer({ ...IBAN, topic: null })).toEqual([]);
  });

  it('is found without a topic by two of its words, and not by one', () => {
    const topic = { status: 'unknown' } as const;
    expect(answer({ ...IBAN, topic })).toEqual(['iban']);
    expect(answer({ ...IBAN, description: 'o meu advogado', topic })).toEqual([]);
  });

  it.each([
    ['pt-PT', 'Como peço o abono de família?'],
    ['en', 'How do I apply for child benefit?'],
    ['es', '¿Cómo pido la ayuda por hijos?'],
    ['fr', 'Comment demander les allocations familiales ?'],
    ['uk', 'Як подати на допомогу на дітей?'],
  ])('is without a topic the one that the words are about, and no other, in %s: %s', (lng, description) => {
    const asked = { description, topic: { status: 'unknown' }, kind: 'information' } as const;
    expect(answererIn(lng)(asked)).toEqual(['childBenefitClaim']);
  });

  it.each(['Que documentos são precisos?', 'Até quando tenho de responder?', 'Quem tem direito?'])(
    'is none where the words would fit any benefit and no topic is known: %s',
    (description) => {
      const topic = { status: 'unknown' } as const;
      expect(answer({ description, topic, kind: 'information' })).toEqual([]);
    },
  );

  it('is one of two at most, whatever is written', () => {
    const everything = Object.values(wordsOf('pt-PT')).join(' ');
    expect(answer({ ...IBAN, description: everything, topic: under('childBenefit') })).toHaveLength(2);
  });
});
