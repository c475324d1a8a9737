import type { DraftTopic } from '../../contract/types.ts';

export const QUESTION_IDS = {
  lifeEvent: 'topic-life-event',
  subject: 'topic-subject',
  reason: 'topic-reason',
  change: 'topic-change',
};

/** Where an error of the topic is mended: the first question without an answer. */
export function topicErrorTarget(topic: DraftTopic): string {
  if (topic === null) return QUESTION_IDS.lifeEvent;
  if (topic.status !== 'begun') return QUESTION_IDS.change;
  if (topic.lifeEvent === null) return QUESTION_IDS.lifeEvent;
  return topic.subject === null ? QUESTION_IDS.subject : QUESTION_IDS.reason;
}
