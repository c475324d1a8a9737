import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import type { FrozenAttachment } from '../../db/core/schema.ts';
import { readProgress } from '../../db/outbox/outbox.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { ProgressBar } from '../../ui/bar.tsx';
import { announce } from '../../ui/live-region.tsx';
import { sentOfEach } from './file-progress.ts';
import styles from './sync-status.module.css';

interface SendingProgressProps {
  requestId: string;
  /** In the order in which they go. */
  files: readonly FrozenAttachment[];
  /** What goes: a request, or a message about one. */
  what?: 'notSent' | 'message';
  /** One of many: to hear of each would be chatter. */
  isQuiet?: boolean;
}

/** Shown while a round sends the request; its end is another page. */
export function SendingProgress(props: SendingProgressProps) {
  const { requestId, files, what = 'notSent', isQuiet = false } = props;
  const { t } = useTranslation('sync');
  const progress = useQuery((db) => readProgress(db, requestId), [requestId]);

  useEffect(() => {
    if (!isQuiet) announce(t(`${what}.sendingStarted`));
  }, [isQuiet, what, t]);

  // Beside others the reason says it already.
  if (!progress || progress.attachments === 0) return isQuiet ? null : <p>{t(`${what}.sending`)}</p>;
  const { attachment, attachments, sentBytes, totalBytes } = progress;
  return (
    <>
      <ProgressBar
        label={t(`${what}.sendingAttachment`, { attachment, attachments })}
        value={sentBytes}
        max={totalBytes}
        text={t('notSent.sent', { sent: megabytes(sentBytes), total: megabytes(totalBytes) })}
      />
      {files.length > 1 && <EachFile files={files} sentBytes={sentBytes} />}
    </>
  );
}

function EachFile({ files, sentBytes }: { files: readonly FrozenAttachment[]; sentBytes: number }) {
  const { t } = useTranslation('sync');
  const sent = sentOfEach(files, sentBytes);
  return (
    <ul className={styles.files}>
      {files.map(({ id, name, size }, index) => (
        <li key={id}>
          <ProgressBar
            label={<bdi>{name}</bdi>}
            value={sent[index] ?? 0}
            max={size}
            text={t('notSent.sent', { sent: megabytes(sent[index] ?? 0), total: megabytes(size) })}
          />
        </li>
      ))}
    </ul>
  );
}
