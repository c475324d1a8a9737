import { useTranslation } from 'react-i18next';
import type { TopicLabels } from '../../domain/topics/search-topics.ts';
import type { TopicChoice } from '../../domain/topics/topic.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './topic-picker.module.css';
import { QUESTION_IDS } from './topic-questions.tsx';

interface ChosenPathProps {
  topic: TopicChoice;
  labels: TopicLabels;
}

interface ChosenTopicProps extends ChosenPathProps {
  hasFailed: boolean;
  error?: string | undefined;
  /** Absent while the questions are open. */
  onChange?: () => void;
}

/** The choice, whether it could be saved, and the way to change it. */
export function ChosenTopic({ topic, labels, hasFailed, error, onChange }: ChosenTopicProps) {
  const { t } = useTranslation(['topic', 'draft']);
  const id = QUESTION_IDS.change;
  return (
    <div>
      <FieldError id={id} error={error} />
      <div className={styles.standing}>
        <div role="status">
          <ChosenPath topic={topic} labels={labels} />
        </div>
        {onChange && (
          <Button
            id={id}
            variant="secondary"
            type="button"
            aria-describedby={error ? `${id}-error` : undefined}
            onClick={onChange}
          >
            {t('change')}
          </Button>
        )}
      </div>
      {hasFailed && <Notice tone="danger" title={t('draft:notSaved')} />}
    </div>
  );
}

/** The choice as text: *Pagamentos › Pagamento de Contribuições › …*. */
function ChosenPath({ topic, labels }: ChosenPathProps) {
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
