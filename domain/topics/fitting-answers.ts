import type { RequestKind } from '../request-kind.ts';
import { findMentions, type PhraseIndex, wordsOfWholePhrases } from './phrase-scores.ts';
import { ANSWER_IDS, type AnswerId, isUnder } from './short-answers.ts';
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
 * Up to two short answers that fit the topic and the words, best first: an expression of the answer stands whole in the description.
 * None before there is a subject, and none for a complaint: no information answers what went wrong.
 */
export function fitAnswers({ description, topic, kind }: Asked, phrases: PhraseIndex): AnswerId[] {
  if (topic === null || kind === 'complaint') return [];
  const least = topic.status === 'unknown' ? MIN_WORDS_WITHOUT_A_TOPIC : 1;
  const mentions = findMentions(description, phrases);
  return ANSWER_IDS.filter((id) => topic.status === 'unknown' || isUnder(id, topic.subjectId))
    .map((id) => ({ id, told: wordsOfWholePhrases(id, phrases, mentions) }))
    .filter(({ told }) => told >= least)
    .sort((a, b) => b.told - a.told)
    .slice(0, MAX_ANSWERS)
    .map(({ id }) => id);
}
