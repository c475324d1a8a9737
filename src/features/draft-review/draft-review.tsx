import { Printer, Send } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dueOn } from '../../../domain/deadlines.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readProfile, readSyncState } from '../../db/core/metadata.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listAttachments, listUnattached } from '../../db/files/file-rows.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { WritingForOthers } from '../../parts/writing-for-others.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './draft-review.module.css';
import { mayActForOthers, type Review, ReviewList, type ReviewPart } from './review-list.tsx';

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

/**
 * The state of a request that the citizen submitted before signing in. `sends`: it is sent in a moment, unless stopped. `asks`: it is only sent after another
 * press.
 */
export type Sending = { status: 'sends'; stop: () => void } | { status: 'asks' };

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
    <Stack>
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
    </Stack>
  );
}

/** Says in whose name the request below is about to be sent, with a way to stop it; or that it has not been sent. */
function SendingNotice({ sending, review }: { sending: Sending; review: Review }) {
  const { t } = useTranslation('draft');
  const { status } = sending;
  const line = t(`review.promised.${status}`, {
    ...ofKind(review.draft.kind),
    name: review.profile?.citizen.name ?? '',
  });

  useEffect(() => announce(line), [line]);

  if (status === 'asks')
    return (
      <Notice tone="warning">
        <p>{line}</p>
      </Notice>
    );
  return (
    <Notice tone="info" icon={Send}>
      <p>{line}</p>
      <p>
        <Button variant="secondary" type="button" ref={handFocusOn} onClick={sending.stop}>
          {t('review.promised.stop')}
        </Button>
      </p>
    </Notice>
  );
}

/** Tells citizens who write for someone in whose name they cannot act of the way that is left to them: on paper. */
export function OnPaper({ review }: { review: Review }) {
  const { t } = useTranslation('draft');
  if (mayActForOthers(review)) return null;
  return (
    <div className={styles.onScreen}>
      <WritingForOthers isGuest={review.profile === null}>
        <Button variant="secondary" type="button" icon={Printer} onClick={() => window.print()}>
          {t('onBehalfOf.print')}
        </Button>
      </WritingForOthers>
    </div>
  );
}
