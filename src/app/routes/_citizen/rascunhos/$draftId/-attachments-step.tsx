import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  AttachmentPicker,
  type InitialFiles,
} from '../../../../../features/attachments/attachment-picker.tsx';
import { DraftStepPage } from '../../../../../features/draft-editor/draft-step-page.tsx';
import { useStepIssues } from '../../../../../features/draft-editor/use-step-issues.ts';
import { ScanEntry } from '../../../../../features/scan/scan-entry.tsx';
import { STEP_ADDRESSES } from '../../../../../parts/addresses.ts';
import { CHOOSE_FILES_ID } from '../../../../../parts/file-issues.ts';
import type { OpenedStep } from './-need-draft.ts';

interface AttachmentsStepProps extends OpenedStep {
  /** What was read of the files before the step is shown. */
  initialFiles: InitialFiles | null;
}

export function AttachmentsStep({ draft, initialFiles, returnsToReview }: AttachmentsStepProps) {
  const navigate = useNavigate();
  const { sentences, tries, show, textsOf } = useStepIssues(draft, 'attachments');
  const [isReading, setIsReading] = useState(false);

  return (
    <DraftStepPage
      draftId={draft.id}
      step="attachments"
      kind={draft.kind}
      errors={sentences.map(({ text }) => ({ targetId: CHOOSE_FILES_ID, text }))}
      tries={tries}
      returnsToReview={returnsToReview}
      isBusy={isReading}
      onContinue={() => void navigate({ to: STEP_ADDRESSES.review, params: { draftId: draft.id } })}
    >
      <AttachmentPicker
        draftId={draft.id}
        initial={initialFiles}
        errors={textsOf('attachments')}
        onIssues={show}
        onReading={setIsReading}
        paper={<ScanEntry draftId={draft.id} />}
      />
    </DraftStepPage>
  );
}
