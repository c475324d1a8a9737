import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Holder } from '../../contract/types.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { BUNDLED_TOPICS } from '../../domain/topics/bundled-topics.ts';
import type { TopicMatch } from '../../domain/topics/search-topics.ts';
import type { TopicSuggestion } from '../../domain/topics/suggest-topics.ts';
import { chooseReason, chooseSubject, isComplete, type TopicChoice } from '../../domain/topics/topic.ts';
import { readTopic } from '../../domain/topics/written-topic.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { ChosenTopic } from './chosen-topic.tsx';
import { QUESTION_IDS, TopicQuestions } from './topic-questions.tsx';
import { TopicSearch } from './topic-search.tsx';
import { TopicSuggestions } from './topic-suggestions.tsx';
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
  const focusNext = useFocusAfterRender();

  function chooseMatch({ subjectId }: TopicMatch) {
    choose(chooseSubject(topic, subjectId, BUNDLED_TOPICS));
    focusNext(QUESTION_IDS.reason);
  }

  function chooseSuggestion({ subjectId, reasonId }: TopicSuggestion) {
    const chosen = chooseSubject(topic, subjectId, BUNDLED_TOPICS);
    // A reason that the citizen has chosen says more than one that was guessed.
    const isAsked = reasonId !== null && chosen?.status === 'partial';
    choose(isAsked ? chooseReason(chosen, reasonId, BUNDLED_TOPICS) : chosen);
    focusNext(QUESTION_IDS.reason);
  }

  function chooseUnknown() {
    choose({ status: 'unknown' });
    setIsOpen(false);
    focusNext(QUESTION_IDS.change);
  }

  function change() {
    setIsOpen(true);
    focusNext('topic-search');
  }

  return (
    <Stack gap={4}>
      {!isOpen && topic ? (
        <ChosenTopic topic={topic} labels={labels} error={error} hasFailed={hasFailed} onChange={change} />
      ) : (
        <>
          <TopicSearch labels={labels} onChoose={chooseMatch}>
            <TopicSuggestions description={draft.description} labels={labels} onChoose={chooseSuggestion} />
          </TopicSearch>
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

/** Focuses an element that only the rendering caused by the same press brings; before that it is not there. */
function useFocusAfterRender(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string }>();
  useEffect(() => {
    if (wanted) document.getElementById(wanted.id)?.focus();
  }, [wanted]);
  return (id) => setWanted({ id });
}
