import type { TopicChoice } from '../../domain/topics/topic.ts';

export type Level = 'subject' | 'reason';

function answers(topic: TopicChoice | null): Record<Level, string | null> {
  if (topic === null || topic.status === 'unknown') return { subject: null, reason: null };
  return { subject: topic.subjectId, reason: topic.reasonId };
}

/** What was answered before and no longer is: what the citizen has to be told of, and can bring back. */
export function droppedLevels(before: TopicChoice | null, after: TopicChoice | null): Level[] {
  const was = answers(before);
  const is = answers(after);
  return (['subject', 'reason'] as const).filter((level) => was[level] !== null && is[level] === null);
}
