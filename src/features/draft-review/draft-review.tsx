import { useTranslation } from 'react-i18next';
import { dueOn } from '../../../domain/deadlines.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readProfile, readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listUnattached } from '../../db/drafts/scans.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { OfflineNotice } from '../../parts/offline-notice.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stack } from '../../ui/stack.tsx';
import styles from './draft-review.module.css';
import { type Review, ReviewList, type ReviewPart } from './review-list.tsx';
import { type Sending, SendingNotice } from './sending-notice.tsx';

export async function readReview(db: CitizenDatabase, draftId: string, now: Date) {
  const draft = await readDraft(db, draftId);
  if (!draft) return undefined;
  const attachments = await listAttachments(db, draftId);
  const photographed = (await listUnattached(db, draftId)).length;
  const profile = await readProfile(db);
  const { clockOffsetMs } = await readSyncState(db);
  const serverNow = new Date(now.getTime() + clockOffsetMs);
  const dueDay = draft.kind && dueOn(serverNow, draft.kind, await readLimits(db));
  return { citizenId: db.citizenId, draft, attachments, photographed, profile, dueDay };
}

interface DraftReviewProps {
  /** Undefined until the draft has been read. */
  review: Review | undefined;
  errorsOf: (part: ReviewPart) => readonly string[];
  /** Whether the device could not keep the request. */
  hasFailed: boolean;
  /** Whether the draft was begun without a session, so that nothing can be sent yet. */
  needsSignIn: boolean;
  /** What happens to a request that the citizen submitted before signing in; null when they did not. */
  sending?: Sending | null;
}

export function DraftReview({ review, errorsOf, hasFailed, needsSignIn, sending }: DraftReviewProps) {
  const { t } = useTranslation('draft');
  if (!review) return <Skeleton label={t('review.loading')} />;
  const context = ofKind(review.draft.kind);
  return (
    <Stack gap={3}>
      {review.draft.refusal && !review.draft.refusal.isMended && (
        <Notice tone="danger">
          <p>{t('refused', context)}</p>
        </Notice>
      )}
      {sending && <SendingNotice sending={sending} review={review} />}
      <ReviewList review={review} errorsOf={errorsOf} />
      {hasFailed && <Alert title={t('review.notSubmitted', context)} />}
      {needsSignIn && (
        <div className={styles.onScreen}>
          <Notice tone="info">
            <p>{t('review.needsSignIn', context)}</p>
          </Notice>
        </div>
      )}
      <p className={styles.onPaper}>{t('review.signature')}</p>
      <OfflineNotice text={t('review.offline', context)} />
    </Stack>
  );
}
