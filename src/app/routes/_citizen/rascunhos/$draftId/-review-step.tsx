import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDatabase, useOwn } from '../../../../../db/core/database-context.ts';
import { isGuest } from '../../../../../db/core/occupant.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { useQuery } from '../../../../../db/core/use-query.ts';
import { submitDraft } from '../../../../../db/outbox/submit-draft.ts';
import { DraftStepPage } from '../../../../../features/draft-editor/draft-step-page.tsx';
import { useStepIssues } from '../../../../../features/draft-editor/use-step-issues.ts';
import { DraftReview, OnPaper, readReview } from '../../../../../features/draft-review/draft-review.tsx';
import {
  PART_ADDRESSES,
  type Review,
  type ReviewPart,
} from '../../../../../features/draft-review/review-list.tsx';
import { type Clock, systemClock } from '../../../../../lib/clock.ts';
import { ADDRESSES } from '../../../../../parts/addresses.ts';
import { ofKind } from '../../../../../parts/of-kind.ts';
import { OfflineNotice } from '../../../../../parts/offline-notice.tsx';
import { useReadingProgress } from '../../../../../parts/read-in-turn.ts';
import { useOnce } from '../../../../../parts/use-once.ts';
import { usePromisedSend } from './-use-promised-send.ts';

const isPart = (field: string): field is ReviewPart => Object.hasOwn(PART_ADDRESSES, field);

interface ReviewStepProps {
  draft: DraftRow;
  /** What was read for the summary before the step is shown. */
  initial: Review | null;
  clock?: Clock;
}

export function ReviewStep({ draft, initial, clock = systemClock }: ReviewStepProps) {
  const { t } = useTranslation(['draft', 'attachments']);
  const navigate = useNavigate();
  const draftId = draft.id;
  const db = useDatabase();
  const needsSignIn = isGuest(db);
  const own = useOwn(initial);
  const review = useQuery((open) => readReview(open, draftId, new Date()), [draftId], own);
  // Another tab may have chosen another kind.
  const kind = review?.draft.kind ?? draft.kind;
  const context = ofKind(kind);
  const issues = useStepIssues(draft, 'review', kind);
  const { status, start } = useOnce(submit);
  const isBusy = status === 'running';
  const reading = useReadingProgress(draftId);
  const sending = usePromisedSend(review, clock, start);

  async function submit(): Promise<boolean> {
    const result = await submitDraft(db, draftId, new Date());
    issues.show(result.ok ? [] : result.error);
    if (result.ok) await navigate({ to: ADDRESSES.request, params: { requestId: draftId }, replace: true });
    return result.ok;
  }

  async function submitOrSignIn() {
    if (!needsSignIn) return start();
    const search = { voltar: `/rascunhos/${draftId}/resumo` };
    const press = { draftId, asOf: (review?.draft ?? draft).updatedAt, at: clock.now().getTime() };
    await navigate({ to: ADDRESSES.signIn, search, state: { press } });
  }

  const submitLabel = needsSignIn
    ? t('review.signInAndSend')
    : t(isBusy ? 'review.submitting' : 'review.submit', context);
  return (
    <DraftStepPage
      draftId={draftId}
      step="review"
      kind={kind}
      errors={issues.sentences.map(({ field, text }) => {
        const part = isPart(field) ? field : 'description';
        const to = { to: PART_ADDRESSES[part], params: { draftId }, search: { voltar: 'resumo' } } as const;
        const follow = () => void navigate({ ...to, state: { field: part } });
        return { targetId: `review-${part}`, text, follow };
      })}
      tries={issues.tries}
      continueLabel={reading ? t(`attachments:${reading.work}`) : submitLabel}
      isBusy={isBusy || reading !== null}
      onContinue={() => void submitOrSignIn()}
      below={
        <>
          {!needsSignIn && <OfflineNotice text={t('review.offline', context)} />}
          {review && <OnPaper review={review} />}
        </>
      }
    >
      <DraftReview
        review={review}
        errorsOf={issues.textsOf}
        hasFailed={status === 'failed'}
        needsSignIn={needsSignIn}
        sending={sending}
      />
    </DraftStepPage>
  );
}
