import type { RequestKind } from '../../contract/types.ts';
import { findMentions, type PhraseIndex, wordsOfWholePhrases } from './phrase-scores.ts';
import type { TopicIndex } from './search-topics.ts';
import { ANSWER_IDS, type AnswerId, isUnder } from './short-answers.ts';
import { suggestTopics } from './suggest-topics.ts';
import type { TopicChoice } from './topic.ts';

const MAX_ANSWERS = 2;

/** One word, such as *advogado*, tells enough only under a topic that it belongs to. */
const MIN_WORDS_WITHOUT_A_TOPIC = 2;

interface Asked {
  description: string;
  topic: TopicChoice | null;
  kind: RequestKind | null;
}

/**
 * Returns up to two short answers that fit the topic and the words, best first: an expression of the answer stands whole in the description. Returns none
 * before there is a subject, and none for a complaint: no information answers what went wrong.
 */
export function fitAnswers(asked: Asked, phrases: PhraseIndex, subjects: TopicIndex): AnswerId[] {
  const { description, topic, kind } = asked;
  if (topic === null || kind === 'complaint') return [];
  const subjectId = topic.status === 'unknown' ? subjectOf(description, subjects) : topic.subjectId;
  const least = topic.status === 'unknown' ? MIN_WORDS_WITHOUT_A_TOPIC : 1;
  const mentions = findMentions(description, phrases);
  return ANSWER_IDS.filter((id) => isUnder(id, subjectId))
    .map((id) => ({ id, told: wordsOfWholePhrases(id, phrases, mentions) }))
    .filter(({ told }) => told >= least)
    .sort((a, b) => b.told - a.told)
    .slice(0, MAX_ANSWERS)
    .map(({ id }) => id);
}

/** Finds the subject that a description speaks of most. Its words alone are not enough: *como peço* is asked about every benefit and tells of none. */
function subjectOf(description: string, subjects: TopicIndex): string | null {
  return suggestTopics(description, subjects)[0]?.subjectId ?? null;
}
