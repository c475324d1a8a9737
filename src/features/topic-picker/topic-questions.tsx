import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic, Holder } from '../../../contract/types.ts';
import { BUNDLED_TOPICS } from '../../../domain/topics/bundled-topics.ts';
import type { TopicLabels } from '../../../domain/topics/search-topics.ts';
import {
  chooseLifeEvent,
  chooseReason,
  chooseSubject,
  type TopicChoice,
  visibleLifeEvents,
} from '../../../domain/topics/topic.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { SelectField } from '../../ui/select-field.tsx';

export const QUESTION_IDS = {
  lifeEvent: 'topic-life-event',
  subject: 'topic-subject',
  reason: 'topic-reason',
  change: 'topic-change',
  unknown: 'topic-unknown',
};

/** Returns the id of the first question without an answer, to which an error of the topic leads. */
export function topicErrorTarget(topic: DraftTopic): string {
  if (topic === null) return QUESTION_IDS.lifeEvent;
  if (topic.status !== 'begun') return QUESTION_IDS.change;
  if (!findLifeEvent(topic.lifeEvent?.id)) return QUESTION_IDS.lifeEvent;
  return topic.subject === null ? QUESTION_IDS.subject : QUESTION_IDS.reason;
}

function findLifeEvent(sought: string | undefined) {
  return BUNDLED_TOPICS.lifeEvents.find(({ id }) => id === sought);
}

interface TopicQuestionsProps {
  topic: TopicChoice | null;
  labels: TopicLabels;
  holder: Holder;
  /** The error to show at the first question without an answer. */
  error: string | undefined;
  onChoose: (topic: TopicChoice | null) => void;
}

/** The questions about the topic; each is shown when the one before is answered. */
export function TopicQuestions({ topic, labels, holder, error, onChoose }: TopicQuestionsProps) {
  const { t } = useTranslation('topic');
  const [showsMore, setShowsMore] = useState(false);
  const answered = topic === null || topic.status === 'unknown' ? null : topic;
  const lifeEvent = findLifeEvent(answered?.lifeEventId);
  const { first, more } = visibleLifeEvents(BUNDLED_TOPICS, holder);
  const shown = new Set(showsMore ? [...first, ...more] : first);
  if (lifeEvent) shown.add(lifeEvent.id);
  const hasMore = more.some((id) => !shown.has(id));

  function showMore() {
    setShowsMore(true);
    document.getElementById(QUESTION_IDS.lifeEvent)?.focus();
  }

  const ask = (
    level: 'lifeEvent' | 'subject' | 'reason',
    answer: string | null | undefined,
    ids: readonly string[],
    choose: typeof chooseReason,
  ) => {
    // An answer that the tree has no longer stays until another is chosen.
    const options = new Set(answer ? [...ids, answer] : ids);
    return (
      <SelectField
        id={QUESTION_IDS[level]}
        label={t(level)}
        placeholder={t('placeholder')}
        value={answer}
        error={answer ? undefined : error}
        options={[...options].map((id) => ({ value: id, label: labels[level][id] ?? id }))}
        onChange={(id) => onChoose(choose(topic, id, BUNDLED_TOPICS))}
      />
    );
  };
  const idsOf = (options: readonly { id: string }[]) => options.map(({ id }) => id);
  return (
    <Stack>
      <Stack gap={1}>
        {ask('lifeEvent', lifeEvent?.id, [...shown], chooseLifeEvent)}
        {hasMore && (
          <div>
            <Button variant="quiet" type="button" onClick={showMore}>
              {t('more')}
            </Button>
          </div>
        )}
      </Stack>
      {lifeEvent && ask('subject', answered?.subjectId, idsOf(lifeEvent.subjects), chooseSubject)}
      {lifeEvent &&
        answered?.subjectId &&
        ask('reason', answered.reasonId, idsOf(BUNDLED_TOPICS.reasons), chooseReason)}
    </Stack>
  );
}
