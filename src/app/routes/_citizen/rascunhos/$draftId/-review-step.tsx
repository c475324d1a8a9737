import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isGuest } from '../../../../../db/core/citizen-database.ts';
import { useDatabase, useQuery } from '../../../../../db/core/database-context.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { DraftStepPage } from '../../../../../features/draft-editor/draft-step-page.tsx';
import { useStepIssues } from '../../../../../features/draft-editor/use-step-issues.ts';
import { PART_ADDRESSES, type ReviewPart } from '../../../../../features/draft-review/change-link.tsx';
import { DraftReview } from '../../../../../features/draft-review/draft-review.tsx';
import { readReview } from '../../../../../features/draft-review/read-review.ts';
import { useSubmit } from '../../../../../features/draft-review/use-submit.ts';
import { ADDRESSES } from '../../../../../parts/addresses.ts';

const isPart = (field: string): field is ReviewPart => Object.hasOwn(PART_ADDRESSES, field);

export function ReviewStep({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('draft');
  const navigate = useNavigate();
  const draftId = draft.id;
  const needsSignIn = isGuest(useDatabase());
  const review = useQuery((db) => readReview(db, draftId, new Date()), [draftId]);
  const issues = useStepIssues(draft, 'review');
  const { status, submit } = useSubmit(draftId, issues.show);
  const isBusy = status === 'submitting';

  async function submitOrSignIn() {
    if (!needsSignIn) return submit();
    await navigate({ to: ADDRESSES.signIn, search: { voltar: `/rascunhos/${draftId}/resumo` } });
  }

  return (
    <DraftStepPage
      draftId={draftId}
      step="review"
      errors={issues.sentences.map(({ field, text }) => {
        const part = isPart(field) ? field : 'description';
        const to = { to: PART_ADDRESSES[part], params: { draftId }, search: { voltar: 'resumo' } } as const;
        return { targetId: `review-${part}`, text, follow: () => void navigate(to) };
      })}
      tries={issues.tries}
      continueLabel={isBusy ? t('review.submitting') : t('review.submit')}
      isBusy={isBusy}
      onContinue={() => void submitOrSignIn()}
    >
      <DraftReview
        review={review}
        errorsOf={issues.textsOf}
        hasFailed={status === 'failed'}
        needsSignIn={needsSignIn}
      />
    </DraftStepPage>
  );
}
