import type { DraftTopic } from '../../contract/types.ts';
import { topicPath } from '../../domain/topics/written-topic.ts';

/** The path in the words it was chosen by, or null while it is not complete. */
export function completeTopicPath(topic: DraftTopic): string | null {
  if (topic?.status !== 'known') return null;
  return topicPath(topic);
}
