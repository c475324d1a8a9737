import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic } from '../../../contract/types.ts';
import { BUNDLED_TOPICS } from '../../../domain/topics/bundled-topics.ts';
import type { TopicLabels } from '../../../domain/topics/search-topics.ts';
import { levelsOf, type TopicChoice } from '../../../domain/topics/topic.ts';
import { readTopic, writeTopic } from '../../../domain/topics/written-topic.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { useLastingChange } from '../../parts/use-lasting-change.ts';
import { showNotice } from '../../state/notices.ts';
import { readyTopicWords } from './ready-topic-words.ts';

const openPickers = new Map<string, (topic: DraftTopic) => void>();

/**
 * Keeps the chosen topic. Each change is saved at once; if a change empties other levels, a notice offers to undo it. `onUndone`: the button of the notice, which
 * has the focus, goes.
 */
export function useTopic(
  { id, topic: initial }: Pick<DraftRow, 'id' | 'topic'>,
  onSave: (topic: DraftTopic) => void,
  onUndone: () => void,
) {
  const { t } = useTranslation('topic');
  const ready = readyTopicWords();
  const [written, setWritten] = useState(initial);
  const topic = readTopic(written);
  const words = useMemo(
    () => ({ ...ready, labels: withKeptLabels(ready.labels, written) }),
    [ready, written],
  );

  function put(next: DraftTopic) {
    setWritten(next);
    onSave(next);
  }

  const putBack = useLastingChange<DraftTopic>(openPickers, id, (before) => {
    put(before);
    onUndone();
  });

  function choose(next: TopicChoice | null) {
    const dropped = droppedLevels(topic, next);
    put(next && writeTopic(next, BUNDLED_TOPICS, words.labels));
    if (dropped.length === 0) return;
    const levels = dropped.map((level) => `«${t(level)}»`).join(', ');
    const undo = { label: t('undo'), run: () => putBack(written) };
    showNotice({ text: t('dropped', { levels }), undo });
  }

  return { topic, words, choose };
}

/** Adds the labels that a topic keeps: the tree may have its ids no longer. */
function withKeptLabels<Labels extends TopicLabels>(labels: Labels, topic: DraftTopic): Labels {
  if (topic === null || topic.status === 'unknown') return labels;
  const labelsOf = (level: 'lifeEvent' | 'subject' | 'reason') => {
    const kept = topic[level];
    return kept ? { [kept.id]: kept.label, ...labels[level] } : labels[level];
  };
  return {
    ...labels,
    lifeEvent: labelsOf('lifeEvent'),
    subject: labelsOf('subject'),
    reason: labelsOf('reason'),
  };
}

/** Returns the levels that a change empties, of which the citizen must be told. */
export function droppedLevels(before: TopicChoice | null, after: TopicChoice | null) {
  const was = levelsOf(before);
  const is = levelsOf(after);
  return (['subject', 'reason'] as const).filter((level) => was[`${level}Id`] && !is[`${level}Id`]);
}
