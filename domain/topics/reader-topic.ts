import type { DraftTopic, Labelled } from '../../contract/types.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { TopicLabels } from './search-topics.ts';

/** The labels of topics in the reader's language. */
export type ReaderLabels = Pick<TopicLabels, 'lifeEvent' | 'subject' | 'reason'>;

/** Returns the topic in the reader's labels. An id that these do not have keeps the label that it was written with. */
export function inLabels<T extends DraftTopic>(topic: T, labels: ReaderLabels | undefined): T {
  if (topic === null || topic.status === 'unknown' || !labels) return topic;
  return {
    ...topic,
    lifeEvent: relabel(topic.lifeEvent, labels.lifeEvent),
    subject: relabel(topic.subject, labels.subject),
    reason: relabel(topic.reason, labels.reason),
  };
}

function relabel<L extends Labelled | null>(level: L, labels: Record<string, string>): L {
  return level && { ...level, label: ownValue(labels, level.id) ?? level.label };
}
