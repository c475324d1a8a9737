import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_KINDS } from '../../contract/request-words.ts';
import type { RequestKind } from '../../contract/types.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { type EverydaySentence, KEPT_ASIDE, SENTENCES } from '../../testing/everyday-sentences.ts';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { buildTopicIndex } from './search-topics.ts';
import {
  guessReason,
  indexReasons,
  type SuggestionWords,
  suggestReason,
  suggestTopics,
} from './suggest-topics.ts';

function wordsOf(lng: string): SuggestionWords {
  return JSON.parse(readFileSync(new URL(`../../locales/${lng}/topics.json`, import.meta.url), 'utf8'));
}

const portuguese = wordsOf('pt-PT');
const reasons = indexReasons(tree, portuguese);
const english = wordsOf('en');

function suggest(text: string, words = portuguese): string[] {
  return suggestTopics(text, buildTopicIndex(tree, words)).map(({ subjectId }) => subjectId);
}

function missed(sentences: readonly EverydaySentence[]): string[] {
  return sentences
    .filter(({ text, subjectId }) => !suggest(text).includes(subjectId))
    .map(({ text, subjectId }) => `${subjectId}: ${text}`);
}

describe('suggestions from a description', () => {
  const all = [...SENTENCES, ...KEPT_ASIDE];

  it('hold the topic a person would choose for at least 80 % of forty everyday sentences', () => {
    expect(all).toHaveLength(40);
    const misses = missed(all);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(40 * 0.2);
  });

  it('hold it also for at least 80 % of the ten sentences that no word was chosen by', () => {
    const misses = missed(KEPT_ASIDE);
    expect(misses.length, misses.join('\n')).toBeLessThanOrEqual(10 * 0.2);
  });

  it('name a wrong reason for none of the forty whose reason leaves no doubt', () => {
    const wrong = all.filter(({ text, reasonId }) => {
      const found = suggestReason(text, reasons);
      return reasonId !== undefined && found !== null && found !== reasonId;
    });
    expect(wrong).toEqual([]);
  });

  it('stand on sentences whose topics are in the tree', () => {
    for (const { lifeEventId, subjectId, reasonId } of all) {
      const subjects = tree.lifeEvents.find(({ id }) => id === lifeEventId)?.subjects ?? [];
      expect(subjects.map(({ id }) => id)).toContain(subjectId);
      if (reasonId) expect(tree.reasons.map(({ id }) => id)).toContain(reasonId);
    }
  });

  it('are at most three, with the life event that each belongs to', () => {
    const [first, ...others] = suggestTopics(
      'Meti baixa e quero mudar de banco e pagar a dívida',
      buildTopicIndex(tree, portuguese),
    );
    expect(others.length).toBeLessThanOrEqual(2);
    const lifeEvent = tree.lifeEvents.find(({ id }) => id === first?.lifeEventId);
    expect(lifeEvent?.subjects.map(({ id }) => id)).toContain(first?.subjectId);
  });

  it.each([
    '',
    'bom dia',
    'Boa tarde, gostava de saber como está o tempo amanhã',
    'O meu gato subiu ao telhado e não quer descer',
    'Quero uma pizza com queijo e azeitonas',
    'xyz 123 ???',
    'Obrigado pela vossa ajuda, até à próxima',
  ])('are none rather than silly for «%s»', (text) => {
    expect(suggest(text)).toEqual([]);
  });

  it('do not take the name of the institution for a word of its topics', () => {
    expect(suggest('Tenho um assunto a tratar com a Segurança Social')).toEqual([]);
    expect(suggest('Sou sócio de uma empresa')).toContain('boardMembers');
  });

  it('do not mind accents, case, or one slip in a long word', () => {
    const whole = suggest('Tenho uma penhora na conta bancária')[0];
    expect(whole).toBe('enforcement');
    expect(suggest('TENHO UMA PENHORA NA CONTA BANCARIA')[0]).toBe(whole);
    expect(suggest('a minha aposentacao')[0]).toBe('oldAgePension');
    expect(suggest('a minha aposentaçaõ')[0]).toBe('oldAgePension');
    expect(suggest('queria o subsidio de desemprgo')[0]).toBe('unemploymentBenefit');
  });

  it('name the reason only when the words speak for one alone', () => {
    const reasonOf = (text: string) => suggestReason(text, reasons);
    expect(reasonOf('não recebi o abono este mês')).toBe('notReceivedOrWrongAmount');
    expect(reasonOf('o abono dos meus filhos')).toBeNull();
    expect(reasonOf('não recebi o abono e não concordo com a carta')).toBeNull();
  });

  it('guess the reason that is usual for the kind where the words leave it open', () => {
    const guess = (kind: RequestKind | null, description = 'o abono dos meus filhos') =>
      guessReason({ description, kind }, reasons);
    expect(guess(null)).toBe('clarifyMySituation');
    expect(guess('documents')).toBe('askForDocument');
    expect(guess('complaint')).toBe('otherReason');
    expect(guess('complaint', 'não concordo com a carta')).toBe('disagreeWithDecision');
    for (const kind of REQUEST_KINDS) expect(tree.reasons.map(({ id }) => id)).toContain(guess(kind));
  });

  it.each([
    ['i was on sick leave last week and nothing in my account yet', 'sicknessBenefit'],
    ['I forgot my password and the code does not arrive', 'accessAndCodes'],
    ['my mother cannot get up any more, she has Alzheimer', 'dependencySupplement'],
    ['I changed bank, how do I give you the new IBAN?', 'ibanChange'],
    ['lost my job in May, can I have unemployment benefit?', 'unemploymentBenefit'],
  ])('come from the words of the locale: «%s»', (text, subjectId) => {
    expect(suggest(text, english)).toContain(subjectId);
  });

  it('take any text without failing', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.lorem());
    fc.assert(
      fc.property(anyText, (text) => suggest(text).length <= 3),
      { numRuns: timesInLevel(20, 50) },
    );
  });

  // The work grows with the square of what is read. A limit of time would fail on a busy machine, so this fence is one of what is read.
  it('read as much as the longest description, and no more of a whole file that somebody pastes', () => {
    const longest = 'x '.repeat(1_980);
    expect(suggest(`${longest}Tenho uma penhora na conta`)).toContain('enforcement');
    const pasted = 'recebi '.repeat(20_000);
    expect(suggest(`${pasted}Tenho uma penhora na conta`)).toEqual(suggest(pasted));
    expect(suggestReason(`${pasted}não concordo com a carta`, reasons)).toBe(suggestReason(pasted, reasons));
  });
});
