import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase, useQuery } from '../../db/core/database-context.ts';
import { DRAFT_STEPS, type DraftStep } from '../../db/core/schema.ts';
import { noteStepReached } from '../../db/drafts/drafts.ts';
import { type ErrorItem, ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { DraftGoneNotice } from './draft-gone-notice.tsx';
import { findDraft } from './find-draft.ts';
import { RoomNotice } from './room-notice.tsx';
import { StepActions } from './step-actions.tsx';
import { StepTrail } from './step-trail.tsx';

interface DraftStepPageProps {
  draftId: string;
  step: DraftStep;
  errors: readonly ErrorItem[];
  /** Grows with every try. */
  tries: number;
  /** Came here by *Alterar* in the summary. */
  returnsToReview?: boolean;
  continueLabel?: string;
  isBusy?: boolean;
  onContinue: () => void;
  /** Puts what is open on disk; false when it could not. */
  onLeave?: () => Promise<boolean>;
  children: ReactNode;
}

const nothingToSave = () => Promise.resolve(true);

/** What the four steps share: the trail, the errors, and the ways on, out and away. */
export function DraftStepPage(props: DraftStepPageProps) {
  const { draftId, step, errors, tries, returnsToReview = false, isBusy = false } = props;
  const { onContinue, onLeave = nothingToSave, continueLabel, children } = props;
  const { t } = useTranslation(['draft', 'common']);
  const db = useDatabase();
  const found = useQuery((database) => findDraft(database, draftId), [draftId]);
  const [isLeaving, setIsLeaving] = useState(false);
  const isKept = found?.status === 'open';

  useEffect(() => {
    void noteStepReached(db, draftId, step);
  }, [db, draftId, step]);

  async function leave(): Promise<boolean> {
    const isSaved = await onLeave();
    setIsLeaving(isSaved);
    return isSaved;
  }

  const heading = t(`heading.${step}`);
  const page = t('stepTitle', { number: DRAFT_STEPS.indexOf(step) + 1, heading });
  const title = t('common:pageTitle', { page });
  const hasErrors = errors.length > 0;
  return (
    <Page
      title={hasErrors ? t('common:errorTitle', { title }) : title}
      heading={heading}
      hasErrors={hasErrors}
      before={
        <StepTrail
          draftId={draftId}
          step={step}
          reachedStep={found && 'draft' in found ? found.draft.reachedStep : step}
          returnsToReview={returnsToReview}
        />
      }
    >
      <Stack gap={4}>
        {hasErrors && <ErrorSummary title={t('common:errorSummary')} items={errors} focusKey={tries} />}
        {found && !isLeaving && !isBusy && <DraftGoneNotice draftId={draftId} status={found.status} />}
        <RoomNotice />
        {children}
        <StepActions
          draftId={draftId}
          isKept={isKept}
          continueLabel={continueLabel ?? t('continue')}
          isBusy={isBusy}
          onContinue={onContinue}
          onLeave={leave}
        />
      </Stack>
    </Page>
  );
}
