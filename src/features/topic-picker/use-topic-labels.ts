import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestionWords } from '../../domain/topics/suggest-topics.ts';

/** All words of the tree in the language of the interface. */
export function useTopicLabels(): SuggestionWords {
  const { t } = useTranslation('topics');
  return useMemo(
    () => ({
      lifeEvent: t('lifeEvent', { returnObjects: true }),
      subject: t('subject', { returnObjects: true }),
      reason: t('reason', { returnObjects: true }),
      words: t('words', { returnObjects: true }),
      reasonWords: t('reasonWords', { returnObjects: true }),
      ignored: t('ignored'),
    }),
    [t],
  );
}
