import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/database-context.ts';
import { readProgress } from '../../db/outbox.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { announce } from '../../ui/live-region.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

interface SendingProgressProps {
  requestId: string;
  /** One of many: to hear of each would be chatter. */
  isQuiet?: boolean;
}

/** Shown while a round sends the request; its end is another page. */
export function SendingProgress({ requestId, isQuiet = false }: SendingProgressProps) {
  const { t } = useTranslation('sync');
  const progress = useQuery((db) => readProgress(db, requestId), [requestId]);

  useEffect(() => {
    if (!isQuiet) announce(t('notSent.sendingStarted'));
  }, [isQuiet, t]);

  // Beside others the reason says it already.
  if (!progress || progress.attachments === 0) return isQuiet ? null : <p>{t('notSent.sending')}</p>;
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
