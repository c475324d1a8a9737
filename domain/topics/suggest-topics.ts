import type { RequestKind } from '../../contract/types.ts';
import { findMentions, indexPhrases, type PhraseIndex, scoresOf, standInOrder } from './phrase-scores.ts';
import { findBest, type SearchWords, type TopicIndex, type TopicMatch } from './search-topics.ts';
import type { TopicTree } from './topic.ts';

/** The everyday words of `locales/<lng>/topics.json`. */
export interface SuggestionWords extends SearchWords {
  /** Everyday words by reason, separated by commas. */
  reasonWords: Record<string, string>;
}

const MAX_SUGGESTIONS = 3;

/** How far apart two words of a reason's expression may stand: *não me pagaram*, *não concordo nada*. */
const MAX_WORDS_APART_IN_REASONS = 2;

/** Below this nothing is suggested: silence is better than a silly guess. */
const MIN_SCORE = 0.55;

/** A score below this part of the best is only noise. */
const MIN_PART_OF_BEST = 0.35;

/** Returns up to three subjects that a description seems to speak of, best first; reads nothing but its arguments. */
export function suggestTopics(description: string, index: TopicIndex): TopicMatch[] {
  const scores = scoresOf(description, index.phrases);
  const least = Math.max(MIN_SCORE, MIN_PART_OF_BEST * Math.max(...scores.values()));
  return findBest(index, MAX_SUGGESTIONS, ({ subjectId }) => {
    const score = scores.get(subjectId) ?? 0;
    return score >= least ? -score : Number.POSITIVE_INFINITY;
  });
}

/** The usual reason of each kind. */
const USUAL_REASONS: Partial<Record<RequestKind, string>> = {
  documents: 'askForDocument',
  complaint: 'otherReason',
};

/** Returns the reason that the words tell beyond doubt, or else the usual one. */
export function guessReason(
  { description, kind }: { description: string; kind: RequestKind | null },
  reasons: PhraseIndex,
): string {
  const spokenFor = suggestReason(description, reasons);
  return spokenFor ?? USUAL_REASONS[kind ?? 'information'] ?? 'clarifyMySituation';
}

/** Indexes the expressions that speak for each reason. */
export function indexReasons(topics: TopicTree, words: Pick<SuggestionWords, 'reasonWords'>): PhraseIndex {
  const known = topics.reasons.map(({ id }) => [id, words.reasonWords[id] ?? ''] as const);
  return indexPhrases(Object.fromEntries(known), '');
}

/** Returns the only reason that whole expressions speak for; null when there is none or several. */
export function suggestReason(description: string, reasons: PhraseIndex): string | null {
  const mentions = findMentions(description, reasons);
  const spokenFor = [...reasons.phrasesById].filter(([, phrases]) =>
    phrases.some((phrase) => standInOrder(phrase, mentions, MAX_WORDS_APART_IN_REASONS)),
  );
  return spokenFor.length === 1 ? (spokenFor[0]?.[0] ?? null) : null;
}
