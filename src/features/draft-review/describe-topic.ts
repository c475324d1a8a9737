import type { DraftTopic } from '../../contract/types.ts';

/** The path in the words it was chosen by, or null while it is not complete. */
export function topicPath(topic: DraftTopic): string | null {
  if (topic?.status !== 'known') return null;
  return [topic.lifeEvent, topic.subject, topic.reason].map(({ label }) => label).join(' › ');
}
