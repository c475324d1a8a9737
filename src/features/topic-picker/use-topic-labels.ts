import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicLabels } from '../../domain/topic-search.ts';

/** All words of the tree in the language of the interface. */
export function useTopicLabels(): TopicLabels {
  const { t } = useTranslation('topics');
  return useMemo(
    () => ({
      lifeEvent: t('lifeEvent', { returnObjects: true }),
      subject: t('subject', { returnObjects: true }),
      reason: t('reason', { returnObjects: true }),
      words: t('words', { returnObjects: true }),
    }),
    [t],
  );
}
