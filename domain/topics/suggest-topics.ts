import type { RequestKind } from '../request-kind.ts';
import { findMentions, indexPhrases, type PhraseIndex, scoresOf, standInOrder } from './phrase-scores.ts';
import { findBest, type SearchWords, type TopicIndex, type TopicMatch } from './search-topics.ts';
import type { TopicTree } from './topic.ts';

/** What `locales/<lng>/topics.json` knows of everyday words. */
export interface SuggestionWords extends SearchWords {
  /** Everyday words by reason, separated by commas. */
  reasonWords: Record<string, string>;
}

const MAX_SUGGESTIONS = 3;

/** From one word of a reason's expression to the next: *não me pagaram*, *não concordo nada*. */
const MAX_WORDS_APART_IN_REASONS = 2;

/** Below this nothing is suggested: silence is better than a silly guess. */
const MIN_SCORE = 0.55;

/** What scores less than this part of the best is only noise beside it. */
const MIN_PART_OF_BEST = 0.35;

/** Up to three subjects that a description seems to speak of, best first; reads nothing but its arguments. */
export function suggestTopics(description: string, index: TopicIndex): TopicMatch[] {
  const scores = scoresOf(description, index.phrases);
  const least = Math.max(MIN_SCORE, MIN_PART_OF_BEST * Math.max(...scores.values()));
  return findBest(index, MAX_SUGGESTIONS, ({ subjectId }) => {
    const score = scores.get(subjectId) ?? 0;
    return score >= least ? -score : Number.POSITIVE_INFINITY;
  });
}

/** What a request of a kind is mostly about. */
const USUAL_REASONS: Partial<Record<RequestKind, string>> = {
  documents: 'askForDocument',
  complaint: 'otherReason',
};

/** The reason that the words leave no doubt of, or else the usual one. */
export function guessReason(
  { description, kind }: { description: string; kind: RequestKind | null },
  reasons: PhraseIndex,
): string {
  const spokenFor = suggestReason(description, reasons);
  return spokenFor ?? USUAL_REASONS[kind ?? 'information'] ?? 'clarifyMySituation';
}

/** By reason, the expressions that speak for it. */
export function indexReasons(topics: TopicTree, words: Pick<SuggestionWords, 'reasonWords'>): PhraseIndex {
  const known = topics.reasons.map(({ id }) => [id, words.reasonWords[id] ?? ''] as const);
  return indexPhrases(Object.fromEntries(known), '');
}

/** The reason that whole expressions speak for, and speak for alone. */
export function suggestReason(description: string, reasons: PhraseIndex): string | null {
  const mentions = findMentions(description, reasons);
  const spokenFor = [...reasons.phrasesById].filter(([, phrases]) =>
    phrases.some((phrase) => standInOrder(phrase, mentions, MAX_WORDS_APART_IN_REASONS)),
  );
  return spokenFor.length === 1 ? (spokenFor[0]?.[0] ?? null) : null;
}
