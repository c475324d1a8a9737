import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { OnBehalfOf, RequestKind } from '../../contract/types.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readLimits, readProfile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { COMPLAINT_FIELDS, EMPTY_COMPLAINT } from '../../domain/complaint-parts.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { Stack } from '../../ui/stack.tsx';
import { COMPLAINT_IDS, ComplaintFields } from './complaint-fields.tsx';
import { ComplaintInfo } from './complaint-info.tsx';
import { DescriptionField } from './description-field.tsx';
import { DraftStepPage } from './draft-step-page.tsx';
import { findDescriptionIssues } from './find-description-issues.ts';
import { KindField } from './kind-field.tsx';
import { OnBehalfField } from './on-behalf-field.tsx';
import { SaveNotices } from './save-notices.tsx';
import { useComplaintTexts } from './use-complaint-texts.ts';
import { useDraftSaver } from './use-draft-saver.ts';
import { useStepIssues } from './use-step-issues.ts';

interface DescriptionStepProps {
  draftId: string;
  /** As it was when the page was opened; undefined for a new one. Never read again. */
  draft: DraftRow | undefined;
  returnsToReview: boolean;
}

const FIELD_IDS: Record<string, string> = {
  kind: 'kind',
  onBehalfOf: 'on-behalf-of',
  description: 'description',
  [COMPLAINT_FIELDS.office]: COMPLAINT_IDS.office,
  [COMPLAINT_FIELDS.happenedOn]: COMPLAINT_IDS.happenedOn,
  [COMPLAINT_FIELDS.wanted]: COMPLAINT_IDS.wanted,
};

export function DescriptionStep({ draftId, draft, returnsToReview }: DescriptionStepProps) {
  const navigate = useNavigate();
  const { saver, state } = useDraftSaver(draftId, draft);
  const issues = useStepIssues(draft, 'description');
  const limits = useQuery(readLimits) ?? DEFAULT_LIMITS;
  const profile = useQuery(readProfile) ?? null;
  const [kind, setKind] = useState(draft?.kind ?? null);
  const [onBehalfOf, setOnBehalfOf] = useState(draft?.onBehalfOf ?? null);
  const text = useRef(draft?.description ?? '');
  const complaint = useComplaintTexts(draft);
  const isComplaint = kind === 'complaint';
  /** All words together: what another tab has written of any of them is then not taken away unseen. */
  const saveWords = () => saver.change({ description: text.current, complaint: complaint.read() });
  const saveNow = () => void saver.flush();

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
    const answers = { kind, onBehalfOf, description: text.current, complaint: complaint.read() };
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
      errors={issues.sentences.map(({ field, text: sentence }) => ({
        targetId: FIELD_IDS[field] ?? field,
        text: sentence,
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
          id="on-behalf-of"
          profile={profile}
          value={onBehalfOf}
          error={issues.textOf('onBehalfOf')}
          onChange={chooseOnBehalfOf}
        />
        <DescriptionField
          id="description"
          initialText={text.current}
          isComplaint={isComplaint}
          maxGraphemes={limits.descriptionMaxGraphemes}
          error={issues.textOf('description')}
          saved={savedAt ? { state, at: savedAt } : null}
          onType={(next) => {
            text.current = next;
            saveWords();
          }}
          onBlur={saveNow}
        />
        {isComplaint && (
          <ComplaintFields
            initial={complaint.read() ?? EMPTY_COMPLAINT}
            errorOf={(part) => issues.textOf(COMPLAINT_FIELDS[part])}
            onType={(part, next) => {
              complaint.type(part, next);
              saveWords();
            }}
            onBlur={saveNow}
          />
        )}
      </Stack>
    </DraftStepPage>
  );
}
