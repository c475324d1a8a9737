import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/database-context.ts';
import { readProgress } from '../../db/outbox.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { announce } from '../../ui/live-region.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** Shown while a round sends the request; its end is another page. */
export function SendingProgress({ requestId }: { requestId: string }) {
  const { t } = useTranslation('sync');
  const progress = useQuery((db) => readProgress(db, requestId), [requestId]);

  useEffect(() => announce(t('notSent.sendingStarted')), [t]);

  if (!progress || progress.attachments === 0) return <p>{t('notSent.sending')}</p>;
  const { attachment, attachments, sentBytes, totalBytes } = progress;
  return (
    <ProgressBar
      label={t('notSent.sendingAttachment', { attachment, attachments })}
      value={sentBytes}
      max={totalBytes}
      text={t('notSent.sent', { sent: megabytes(sentBytes), total: megabytes(totalBytes) })}
    />
  );
}
