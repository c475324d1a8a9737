import { useTranslation } from 'react-i18next';
import { useOnline } from '../../parts/use-online.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { ReviewPart } from './change-link.tsx';
import type { Review } from './read-review.ts';
import { ReviewList } from './review-list.tsx';

interface DraftReviewProps {
  /** Undefined until it has been read. */
  review: Review | undefined;
  errorsOf: (part: ReviewPart) => readonly string[];
  /** The device could not take the request in. */
  hasFailed: boolean;
  /** Begun without a session: nothing can be sent yet. */
  needsSignIn: boolean;
}

export function DraftReview({ review, errorsOf, hasFailed, needsSignIn }: DraftReviewProps) {
  const { t } = useTranslation('draft');
  const isOnline = useOnline();
  if (!review) return <Skeleton label={t('review.loading')} />;
  return (
    <Stack gap={3}>
      {review.draft.refusal && (
        <Notice tone="danger">
          <p>{t('refused')}</p>
        </Notice>
      )}
      <ReviewList review={review} errorsOf={errorsOf} />
      {hasFailed && (
        <div role="alert">
          <Notice tone="danger" title={t('review.notSubmitted')} />
        </div>
      )}
      {needsSignIn && (
        <Notice tone="info">
          <p>{t('review.needsSignIn')}</p>
        </Notice>
      )}
      {(!isOnline || review.hasNoConnection) && (
        <Notice tone="offline">
          <p>{t('review.offline')}</p>
        </Notice>
      )}
    </Stack>
  );
}
