import { useTranslation } from 'react-i18next';
import type { DraftTopic } from '../../contract/types.ts';
import { inLabels, type ReaderLabels } from '../../domain/topics/reader-topic.ts';

/** The list is not held up by the labels: until they come, a topic shows those it was written with. */
const WITHOUT_WAITING = { useSuspense: false };

/** The labels of topics in the reader's language; undefined until they have come. */
export function useTopicLabels(): ReaderLabels | undefined {
  const { i18n } = useTranslation('topics', WITHOUT_WAITING);
  return i18n.getResourceBundle(i18n.language, 'topics');
}

/** The topic in the reader's language. Requests and drafts keep it in the language in which it was chosen. */
export function useReaderTopic<T extends DraftTopic>(topic: T): T {
  return inLabels(topic, useTopicLabels());
}
