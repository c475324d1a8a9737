import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { OnBehalfOf, RequestKind } from '../../contract/types.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readLimits, readProfile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { isOptional } from '../../domain/written/rules.ts';
import { askedOf, type WordField, wordsOf, writtenOf } from '../../domain/written/words.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { Stack } from '../../ui/stack.tsx';
import { ComplaintInfo } from './complaint-info.tsx';
import { DescriptionField } from './description-field.tsx';
import { DraftStepPage } from './draft-step-page.tsx';
import { findDescriptionIssues } from './find-description-issues.ts';
import { KindField } from './kind-field.tsx';
import { OnBehalfField } from './on-behalf-field.tsx';
import { OptionalFields } from './optional-fields.tsx';
import { SaveNotices } from './save-notices.tsx';
import { useDraftSaver } from './use-draft-saver.ts';
import { useStepIssues } from './use-step-issues.ts';

interface DescriptionStepProps {
  draftId: string;
  /** As it was when the page was opened; undefined for a new one. Never read again. */
  draft: DraftRow | undefined;
  returnsToReview: boolean;
}

const ON_BEHALF_ID = 'on-behalf-of';

/** Every other field's id is its name. */
export function DescriptionStep({ draftId, draft, returnsToReview }: DescriptionStepProps) {
  const navigate = useNavigate();
  const { saver, state } = useDraftSaver(draftId, draft);
  const issues = useStepIssues(draft, 'description');
  const limits = useQuery(readLimits) ?? DEFAULT_LIMITS;
  const profile = useQuery(readProfile) ?? null;
  const [kind, setKind] = useState(draft?.kind ?? null);
  const [onBehalfOf, setOnBehalfOf] = useState(draft?.onBehalfOf ?? null);
  /** As they stand in the fields; they outlive these when the kind changes and comes back. */
  const words = useRef(wordsOf({ ...draft }));
  const isComplaint = kind === 'complaint';
  const saveNow = () => void saver.flush();

  /** All words together: what another tab has written of any of them is then not taken away unseen. */
  function type(field: WordField, text: string) {
    words.current = { ...words.current, [field]: text };
    saver.change(writtenOf(words.current));
  }

  function chooseKind(next: RequestKind) {
    setKind(next);
    saver.change({ kind: next });
    saveNow();
  }

  function chooseOnBehalfOf(next: OnBehalfOf | null) {
    setOnBehalfOf(next);
    saver.change({ onBehalfOf: next });
    saveNow();
  }

  async function goOn() {
    const saved = await saver.flush();
    const answers = { kind, onBehalfOf, ...writtenOf(words.current) };
    const found = findDescriptionIssues(answers, limits, profile);
    issues.show(found);
    const isOnDisk = saved.status === 'saved' || saved.status === 'opened';
    if (found.length > 0 || !isOnDisk) return;
    const next = STEP_ADDRESSES[returnsToReview ? 'review' : 'topic'];
    await navigate({ to: next, params: { draftId: saved.draftId } });
  }

  const savedAt = state.savedAt ?? draft?.updatedAt;
  return (
    <DraftStepPage
      draftId={state.draftId}
      step="description"
      errors={issues.sentences.map(({ field, text }) => ({
        targetId: field === 'onBehalfOf' ? ON_BEHALF_ID : field,
        text,
      }))}
      tries={issues.tries}
      returnsToReview={returnsToReview}
      onContinue={() => void goOn()}
      onLeave={async () => (await saver.flush()).status !== 'failing'}
    >
      <SaveNotices state={state} addressId={draftId} />
      <Stack gap={4}>
        <KindField id="kind" value={kind} error={issues.textOf('kind')} onChange={chooseKind} />
        {isComplaint && <ComplaintInfo workingDays={limits.complaintWorkingDays} />}
        <OnBehalfField
          id={ON_BEHALF_ID}
          profile={profile}
          value={onBehalfOf}
          error={issues.textOf('onBehalfOf')}
          onChange={chooseOnBehalfOf}
        />
        <DescriptionField
          id="description"
          initialText={words.current.description}
          isComplaint={isComplaint}
          maxGraphemes={limits.descriptionMaxGraphemes}
          error={issues.textOf('description')}
          saved={savedAt ? { state, at: savedAt } : null}
          onType={(text) => type('description', text)}
          onBlur={saveNow}
        />
        <OptionalFields
          fields={askedOf(kind).filter(isOptional)}
          initial={words.current}
          errorOf={issues.textOf}
          onType={type}
          onBlur={saveNow}
        />
      </Stack>
    </DraftStepPage>
  );
}
