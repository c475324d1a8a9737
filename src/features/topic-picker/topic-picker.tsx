import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holder } from '../../contract/types.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { BUNDLED_TOPICS } from '../../domain/topics/bundled-topics.ts';
import type { TopicLabels } from '../../domain/topics/search-topics.ts';
import { chooseReason, chooseSubject, isComplete, type TopicChoice } from '../../domain/topics/topic.ts';
import { readTopic } from '../../domain/topics/written-topic.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import styles from './topic-picker.module.css';
import { QUESTION_IDS, TopicQuestions } from './topic-questions.tsx';
import { type FoundTopic, TopicSearch } from './topic-search.tsx';
import { useTopic } from './use-topic.ts';

interface TopicPickerProps {
  /** As it was when the page was opened. */
  draft: DraftRow;
  error: string | undefined;
  /** What may be told about the topic as it is being chosen. */
  answersTo?: (topic: TopicChoice | null) => ReactNode;
}

export function TopicPicker({ draft, error, answersTo }: TopicPickerProps) {
  const { t } = useTranslation('topic');
  const holder = useHolder(draft);
  const { topic, labels, hasFailed, choose } = useTopic(draft);
  // Choosing the last answer does not close the questions: in a select, arrows pass over options that are not meant.
  const [isOpen, setIsOpen] = useState(() => !isComplete(readTopic(draft.topic)));
  const focusOn = useFocusOn();

  function chooseFound({ subjectId, reasonId }: FoundTopic) {
    const chosen = chooseSubject(topic, subjectId, BUNDLED_TOPICS);
    // A reason that the citizen has chosen says more than one that was guessed.
    const isAsked = reasonId && chosen?.status === 'partial';
    choose(isAsked ? chooseReason(chosen, reasonId, BUNDLED_TOPICS) : chosen);
    focusOn(`#${QUESTION_IDS.reason}`);
  }

  function chooseUnknown() {
    choose({ status: 'unknown' });
    setIsOpen(false);
    focusOn(`#${QUESTION_IDS.change}`);
  }

  function change() {
    setIsOpen(true);
    focusOn('#topic-search');
  }

  return (
    <Stack gap={4}>
      {!isOpen && topic ? (
        <ChosenTopic topic={topic} labels={labels} error={error} hasFailed={hasFailed} onChange={change} />
      ) : (
        <>
          <TopicSearch description={draft.description} labels={labels} onChoose={chooseFound} />
          <section>
            <h2>{t('choose')}</h2>
            <TopicQuestions topic={topic} labels={labels} holder={holder} error={error} onChoose={choose} />
          </section>
          {topic && isComplete(topic) && <ChosenTopic topic={topic} labels={labels} hasFailed={hasFailed} />}
          <Stack gap={1}>
            <div>
              <Button variant="secondary" type="button" onClick={chooseUnknown}>
                {t('dontKnow')}
              </Button>
            </div>
            <p>{t('dontKnowHint')}</p>
          </Stack>
        </>
      )}
      {answersTo?.(topic)}
    </Stack>
  );
}

/** Whoever the request is about: an organisation sees its own life events. */
function useHolder(draft: DraftRow): Holder {
  const profile = useQuery(readProfile);
  const represented = profile?.representations.find(({ id }) => id === draft.onBehalfOf?.id);
  return (represented ?? profile?.citizen)?.holder ?? 'person';
}

interface ChosenTopicProps {
  topic: TopicChoice;
  labels: TopicLabels;
  hasFailed: boolean;
  error?: string | undefined;
  /** Absent while the questions are open. */
  onChange?: () => void;
}

/** The choice as *Pagamentos › Pagamento de Contribuições › …*, whether it could be saved, and the way to change it. */
function ChosenTopic({ topic, labels, hasFailed, error, onChange }: ChosenTopicProps) {
  const { t } = useTranslation(['topic', 'draft']);
  const id = QUESTION_IDS.change;
  const levels =
    topic.status === 'unknown'
      ? [t('dontKnow')]
      : [
          labels.lifeEvent[topic.lifeEventId],
          topic.subjectId && labels.subject[topic.subjectId],
          topic.reasonId && labels.reason[topic.reasonId],
        ];
  return (
    <div>
      <FieldError id={id} error={error} />
      <div className={styles.standing}>
        <div role="status">
          <p className={styles.chosen}>
            <span className={styles.chosenTerm}>{t('chosen')}</span>
            <strong>{levels.filter(Boolean).join(' › ')}</strong>
          </p>
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
