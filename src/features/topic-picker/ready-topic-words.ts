import i18next from 'i18next';
import { BUNDLED_TOPICS } from '../../../domain/topics/bundled-topics.ts';
import type { PhraseIndex } from '../../../domain/topics/phrase-scores.ts';
import { buildTopicIndex, type TopicIndex } from '../../../domain/topics/search-topics.ts';
import { indexReasons, type SuggestionWords } from '../../../domain/topics/suggest-topics.ts';

export interface TopicWords {
  /** The words of all topics. */
  labels: SuggestionWords;
  index: TopicIndex;
  reasons: PhraseIndex;
}

const ready = new WeakMap<SuggestionWords, TopicWords>();

/**
 * Returns the topic words of the interface's language, whose texts must be loaded. They are indexed once for each language: that takes a tenth of a second on a
 * slow phone, and nobody should wait for it after a press.
 */
export function readyTopicWords(): TopicWords {
  const labels: SuggestionWords = i18next.getResourceBundle(i18next.language, 'topics');
  const known = ready.get(labels);
  if (known) return known;
  const made = {
    labels,
    index: buildTopicIndex(BUNDLED_TOPICS, labels),
    reasons: indexReasons(BUNDLED_TOPICS, labels),
  };
  ready.set(labels, made);
  return made;
}
