import { useTranslation } from 'react-i18next';
import type { Topic } from '../../contract/types.ts';

export function EntryTopic({ topic }: { topic: Topic }) {
  const { t } = useTranslation('requests');
  if (topic.status === 'unknown') return t('topicUnknown');
  return <bdi>{[topic.lifeEvent, topic.subject, topic.reason].map(({ label }) => label).join(' › ')}</bdi>;
}
