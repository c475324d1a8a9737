import { useTranslation } from 'react-i18next';
import type { Topic } from '../../contract/types.ts';
import { topicPath } from '../../domain/topics/written-topic.ts';

/** Draws the path of a submitted topic, or says that the citizen did not know the topic. */
export function TopicWords({ topic }: { topic: Topic }) {
  const { t } = useTranslation('requests');
  if (topic.status === 'unknown') return t('topicUnknown');
  return <bdi>{topicPath(topic)}</bdi>;
}
