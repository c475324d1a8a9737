import { useTranslation } from 'react-i18next';
import type {
  FrozenAttachment,
  OutboxRow,
  SendingProgressRow,
  WaitingCommand,
} from '../../db/core/schema.ts';
import { attachmentsOf } from '../../db/outbox/commands.ts';
import { usePartSize } from '../../parts/use-file-size.ts';
import { ProgressBar } from '../../ui/bar.tsx';
import { contextOf, textsOf } from './command-texts.ts';
import styles from './sync-status.module.css';

interface FileProgressProps {
  entry: OutboxRow<WaitingCommand>;
  /** Undefined until the server has answered for the first time. */
  progress: SendingProgressRow | undefined;
}

/** Shows the progress of all files of an entry together and, if there are several, of each; nothing where it has none. */
export function FileProgress({ entry, progress }: FileProgressProps) {
  const { t } = useTranslation('sync');
  const partSize = usePartSize();
  const texts = textsOf(entry).progress;
  const files = attachmentsOf(entry);
  if (!texts || files.length === 0) return null;
  const { attachment = 1, sentBytes = 0 } = progress ?? {};
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  const sentOfFile = sentOfEach(files, sentBytes);
  const sentOf = (sent: number, total: number) => t('notSent.sent', partSize(sent, total));
  return (
    <div>
      <ProgressBar
        label={t(`${texts}.sendingAttachment`, {
          attachment,
          attachments: files.length,
          ...contextOf(entry),
        })}
        value={sentBytes}
        max={totalBytes}
        text={sentOf(sentBytes, totalBytes)}
      />
      {files.length > 1 && (
        <ul className={styles.files}>
          {files.map(({ id, name, size }, index) => (
            <li key={id}>
              <ProgressBar
                label={<bdi>{name}</bdi>}
                value={sentOfFile[index] ?? 0}
                max={size}
                text={sentOf(sentOfFile[index] ?? 0, size)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Returns how many bytes of each file have been sent. Files are sent one after the other. */
export function sentOfEach(files: readonly Pick<FrozenAttachment, 'size'>[], sentBytes: number): number[] {
  let left = sentBytes;
  return files.map(({ size }) => {
    const sent = Math.min(Math.max(left, 0), size);
    left -= size;
    return sent;
  });
}
