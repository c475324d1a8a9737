import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic } from '../../../../../../contract/types.ts';
import { isChosen, readTopic } from '../../../../../../domain/topics/written-topic.ts';
import { useDatabase } from '../../../../../db/core/database-context.ts';
import { useQuery } from '../../../../../db/core/use-query.ts';
import { DraftStepPage } from '../../../../../features/draft-editor/draft-step-page.tsx';
import { findDraft } from '../../../../../features/draft-editor/find-draft.ts';
import { useDraftSaver } from '../../../../../features/draft-editor/use-draft-saver.ts';
import { useStepIssues } from '../../../../../features/draft-editor/use-step-issues.ts';
import { TopicAnswers } from '../../../../../features/help/topic-answers.tsx';
import { readyTopicWords } from '../../../../../features/topic-picker/ready-topic-words.ts';
import { TopicPicker } from '../../../../../features/topic-picker/topic-picker.tsx';
import { topicErrorTarget } from '../../../../../features/topic-picker/topic-questions.tsx';
import { listAddress, STEP_ADDRESSES } from '../../../../../parts/addresses.ts';
import { useDeleteDraft } from '../../../../../parts/use-delete-draft.ts';
import { Beside } from '../../../../../ui/beside.tsx';
import type { OpenedStep } from './-need-draft.ts';

export function TopicStep({ draft, returnsToReview }: OpenedStep) {
  const { t } = useTranslation('answers');
  const db = useDatabase();
  const navigate = useNavigate();
  const deleteDraft = useDeleteDraft();
  const { saver, state, putOnDisk } = useDraftSaver(draft.id, draft);
  const issues = useStepIssues(draft, 'topic');
  const status = useQuery((open) => findDraft(open, draft.id), [draft.id])?.status ?? 'open';
  // The topic at the moment of its choice: answers that came only after the save would push the way on from under a finger.
  const [chosen, setChosen] = useState(draft.topic);
  const topic = useMemo(() => readTopic(chosen), [chosen]);

  function choose(next: DraftTopic) {
    setChosen(next);
    saver.choose({ topic: next });
    if (isChosen(next)) issues.show([]);
  }

  async function showNextStep() {
    const isSaved = await putOnDisk();
    issues.show(isChosen(chosen) ? [] : [{ field: 'topic', code: 'topicMissing' }]);
    if (!isSaved || !isChosen(chosen)) return;
    const next = STEP_ADDRESSES[returnsToReview ? 'review' : 'attachments'];
    await navigate({ to: next, params: { draftId: draft.id } });
  }

  async function endHere() {
    await navigate({ to: listAddress(db) });
    await deleteDraft(draft.id, t('nothingSent'));
  }

  return (
    <DraftStepPage
      draftId={draft.id}
      step="topic"
      kind={draft.kind}
      errors={issues.sentences.map(({ text }) => ({ targetId: topicErrorTarget(chosen), text }))}
      tries={issues.tries}
      returnsToReview={returnsToReview}
      onContinue={() => void showNextStep()}
      onLeave={putOnDisk}
    >
      <TopicPicker
        draft={draft}
        error={issues.textOf('topic')}
        hasFailed={state.status === 'failing'}
        onSave={choose}
      />
      <Beside isLast>
        <TopicAnswers
          description={draft.description}
          topic={topic}
          kind={draft.kind}
          subjects={readyTopicWords().index}
          onAnswered={status === 'open' ? () => void endHere() : null}
        />
      </Beside>
    </DraftStepPage>
  );
}
