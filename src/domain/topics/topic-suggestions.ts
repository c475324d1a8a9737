import type { TopicTree } from './topic.ts';
import type { TopicLabels, TopicMatch } from './topic-search.ts';
import { findMentions, type Mentions, standInOrder, standTogether } from './topic-suggestions-mentions.ts';
import { indexPhrases, type PhraseIndex } from './topic-suggestions-phrases.ts';

/** What `locales/<lng>/topics.json` knows of everyday words. */
export interface SuggestionWords extends TopicLabels {
  /** Everyday words by reason, separated by commas. */
  reasonWords: Record<string, string>;
  /** Words that tell nothing of a topic, separated by commas. */
  ignored: string;
}

export interface TopicSuggestion extends TopicMatch {
  /** Null when the words leave it open. */
  reasonId: string | null;
}

const MAX_SUGGESTIONS = 3;

/** How far apart the words of one expression may stand in a sentence. */
const MAX_WORDS_APART = 5;

/** From one word of a reason's expression to the next: *não me pagaram*, *não concordo nada*. */
const MAX_WORDS_APART_IN_REASONS = 2;

/** What a word out of an expression is worth when the rest of the expression is missing. */
const WORTH_ALONE = 0.25;

/** Below this nothing is suggested: silence is better than a silly guess. */
const MIN_SCORE = 0.55;

/** What scores less than this part of the best is only noise beside it. */
const MIN_PART_OF_BEST = 0.35;

/** So little that it decides only between equals. */
const LOSS_PER_PLACE = 0.004;

/** Up to three subjects that a description seems to speak of, best first; reads nothing but its arguments. */
export function suggestTopics(
  description: string,
  topics: TopicTree,
  words: SuggestionWords,
): TopicSuggestion[] {
  const subjects = topics.lifeEvents.flatMap((lifeEvent) =>
    lifeEvent.subjects.map(({ id }) => ({ lifeEventId: lifeEvent.id, subjectId: id })),
  );
  const listed = subjects.map(
    ({ subjectId: id }) => [id, `${words.subject[id]},${words.words[id]}`] as const,
  );
  const scores = scoreAll(description, indexPhrases(Object.fromEntries(listed), words.ignored));
  const best = Math.max(...scores.values());
  const reasonId = findReason(description, topics, words);
  return subjects
    .map((subject) => ({ ...subject, reasonId, score: scores.get(subject.subjectId) ?? 0 }))
    .filter(({ score }) => score >= MIN_SCORE && score >= best * MIN_PART_OF_BEST)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ score: _score, ...suggestion }) => suggestion);
}

/** The reason that whole expressions speak for, and speak for alone. */
function findReason(description: string, topics: TopicTree, words: SuggestionWords): string | null {
  const known = topics.reasons.map(({ id }) => [id, words.reasonWords[id] ?? ''] as const);
  const index = indexPhrases(Object.fromEntries(known), '');
  const mentions = findMentions(description, index);
  const spokenFor = [...index.phrasesById].filter(([, phrases]) =>
    phrases.some((phrase) => standInOrder(phrase, mentions, MAX_WORDS_APART_IN_REASONS)),
  );
  return spokenFor.length === 1 ? (spokenFor[0]?.[0] ?? null) : null;
}

function scoreAll(description: string, index: PhraseIndex): Map<string, number> {
  const mentions = findMentions(description, index);
  return new Map([...index.phrasesById.keys()].map((id) => [id, scoreOf(id, index, mentions)]));
}

/** Each word counts once, at the best worth that an expression of the subject gives it. */
function scoreOf(id: string, index: PhraseIndex, mentions: Mentions): number {
  const worth = new Map<string, number>();
  for (const [place, phrase] of (index.phrasesById.get(id) ?? []).entries()) {
    const isWhole = standTogether(phrase, mentions, MAX_WORDS_APART);
    for (const stem of phrase) {
      if (!mentions.has(stem)) continue;
      const rarity = index.rarity.get(stem) ?? 0;
      const value =
        rarity * (isWhole ? (1 - place * LOSS_PER_PLACE) / Math.sqrt(phrase.length) : WORTH_ALONE);
      worth.set(stem, Math.max(worth.get(stem) ?? 0, value));
    }
  }
  return [...worth.values()].reduce((sum, value) => sum + value, 0);
}
