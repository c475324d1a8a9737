import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic, Holder } from '../../../contract/types.ts';
import { BUNDLED_TOPICS } from '../../../domain/topics/bundled-topics.ts';
import type { TopicLabels, TopicMatch } from '../../../domain/topics/search-topics.ts';
import { guessReason } from '../../../domain/topics/suggest-topics.ts';
import {
  chooseReason,
  chooseSubject,
  isComplete,
  levelsOf,
  type TopicChoice,
} from '../../../domain/topics/topic.ts';
import { readProfile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import styles from './topic-picker.module.css';
import { QUESTION_IDS, TopicQuestions } from './topic-questions.tsx';
import { TopicSearch } from './topic-search.tsx';
import { useTopic } from './use-topic.ts';

interface TopicPickerProps {
  /** The draft as it was when the page was opened. */
  draft: DraftRow;
  error: string | undefined;
  /** Whether the last choice could not be saved. */
  hasFailed: boolean;
  onSave: (topic: DraftTopic) => void;
}

/** **Alterar** where the questions are closed, otherwise the first of them. */
const CHANGE_OR_FIRST = `#${QUESTION_IDS.change}, #${QUESTION_IDS.lifeEvent}`;

/** Lets the citizen search for a topic, take a suggestion or answer the questions. Closes to one line as soon as the topic is chosen. */
export function TopicPicker({ draft, error, hasFailed, onSave }: TopicPickerProps) {
  const { t } = useTranslation('topic');
  const holder = useHolder(draft);
  const focusOn = useFocusOn();
  const { topic, words, choose } = useTopic(draft, onSave, () => focusOn(CHANGE_OR_FIRST));
  const { labels, reasons } = words;
  // Whether the questions stay open although the topic is chosen: it is being changed, or arrow keys pass over options that are not meant.
  const [staysOpen, setStaysOpen] = useState(false);
  const answersByKey = useRef(false);
  const guessed = useMemo(() => guessReason(draft, reasons), [draft, reasons]);
  // A reason that the citizen has chosen counts more than a guessed one.
  const reasonId = levelsOf(topic).reasonId ?? guessed;

  function close() {
    setStaysOpen(false);
    focusOn(`#${QUESTION_IDS.change}`);
  }

  function chooseFound({ subjectId }: TopicMatch) {
    choose(chooseReason(chooseSubject(topic, subjectId, BUNDLED_TOPICS), reasonId, BUNDLED_TOPICS));
    close();
  }

  function chooseUnknown() {
    choose({ status: 'unknown' });
    close();
  }

  function answer(next: TopicChoice | null) {
    choose(next);
    if (answersByKey.current) setStaysOpen(true);
    else if (isComplete(next)) close();
  }

  /** Keeps the questions open while they are answered by keys. */
  function noteKey(event: KeyboardEvent) {
    answersByKey.current = true;
    closeBehindLast(event);
  }

  /**
   * Closes the questions when the citizen leaves their last control with Tab. That is a button of the suggestions, where these come after the questions. They
   * stay open for who knows no topic: the questions may come next, and have no answer yet.
   */
  function closeBehindLast(event: KeyboardEvent) {
    const leaves = event.key === 'Tab' && !event.shiftKey;
    const last = [...document.querySelectorAll(`#${QUESTION_IDS.reason}, #${QUESTION_IDS.unknown}`)].at(-1);
    if (!leaves || topic?.status !== 'complete' || document.activeElement !== last) return;
    event.preventDefault();
    close();
  }

  function change() {
    setStaysOpen(true);
    focusOn('#topic-search');
  }

  if (topic && isComplete(topic) && !staysOpen) {
    return (
      <ChosenTopic topic={topic} labels={labels} error={error} hasFailed={hasFailed} onChange={change} />
    );
  }
  return (
    <Stack>
      <TopicSearch
        description={draft.description}
        reasonId={reasonId}
        words={words}
        onChoose={chooseFound}
        onUnknown={chooseUnknown}
        onUnknownKey={closeBehindLast}
      />
      <section
        aria-labelledby="topic-questions"
        onKeyDown={noteKey}
        onPointerDown={() => {
          answersByKey.current = false;
        }}
      >
        <h2 id="topic-questions">{t('choose')}</h2>
        <TopicQuestions topic={topic} labels={labels} holder={holder} error={error} onChoose={answer} />
      </section>
      {topic && isComplete(topic) && <ChosenTopic topic={topic} labels={labels} hasFailed={hasFailed} />}
    </Stack>
  );
}

/** Returns the kind of person for whom the request is: organisations are shown their own life events. */
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
  /** Opens the questions; absent while they are open. */
  onChange?: () => void;
}

/** Shows the choice as *Pagamentos › Pagamento de Contribuições › …*, whether it could be saved, and a button to change it. */
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
      <div className={styles.chosenLine}>
        <div role="status">
          <p id={`${id}-chosen`} className={styles.chosen}>
            <span className={styles.chosenTerm}>{t('chosen')}</span>{' '}
            <strong>{levels.filter(Boolean).join(' › ')}</strong>
          </p>
        </div>
        {onChange && (
          <Button
            id={id}
            variant="secondary"
            type="button"
            aria-describedby={`${id}-chosen${error ? ` ${id}-error` : ''}`}
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
