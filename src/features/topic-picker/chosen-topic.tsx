import { useTranslation } from 'react-i18next';
import type { TopicLabels } from '../../domain/topics/search-topics.ts';
import type { TopicChoice } from '../../domain/topics/topic.ts';
import styles from './topic-picker.module.css';

interface ChosenTopicProps {
  topic: TopicChoice;
  labels: TopicLabels;
}

/** The choice as text: *Pagamentos › Pagamento de Contribuições › …*. */
export function ChosenTopic({ topic, labels }: ChosenTopicProps) {
  const { t } = useTranslation('topic');
  const path =
    topic.status === 'unknown'
      ? t('dontKnow')
      : [
          labels.lifeEvent[topic.lifeEventId],
          topic.subjectId && labels.subject[topic.subjectId],
          topic.reasonId && labels.reason[topic.reasonId],
        ]
          .filter(Boolean)
          .join(' › ');
  return (
    <p className={styles.chosen}>
      <span className={styles.chosenTerm}>{t('chosen')}</span>
      <strong>{path}</strong>
    </p>
  );
}
