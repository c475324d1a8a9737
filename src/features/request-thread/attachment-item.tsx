import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../contract/types.ts';
import { useDatabase, useQuery } from '../../db/core/database-context.ts';
import { readDownloadState, wantDownload } from '../../db/files/downloads.ts';
import { useAttachmentUrl } from '../../db/files/use-attachment-url.ts';
import { fileKindName, isPdf, isPicture } from '../../domain/file-kinds.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { Cluster } from '../../ui/cluster.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './attachment.module.css';
import { AttachmentAction, type FileAction } from './attachment-action.tsx';
import { AttachmentStatus } from './attachment-status.tsx';

interface AttachmentItemProps {
  requestId: string;
  attachment: Attachment;
}

/** A press fetches what is not here yet; then the row offers the file itself, and what was pressed keeps the focus. */
export function AttachmentItem({ requestId, attachment }: AttachmentItemProps) {
  const { t } = useTranslation('thread');
  const sizeOf = useFileSize();
  const db = useDatabase();
  const { id, name, size, sha256, type } = attachment;
  const state = useQuery((open) => readDownloadState(open, id), [id]) ?? 'none';
  const url = useAttachmentUrl(attachment, state === 'here');
  const [pressed, setPressed] = useState<FileAction | null>(null);
  const [isShown, setShown] = useState(false);

  function press(action: FileAction) {
    setPressed(action);
    if (action === 'view') setShown(url === null || !isShown);
    if (state !== 'here') void wantDownload(db, { attachmentId: id, requestId, size, sha256 }, new Date());
  }

  const actions: FileAction[] = [
    ...(isPicture(type) ? (['view'] as const) : []),
    ...(isPdf(type) ? (['open'] as const) : []),
    'download',
  ];
  return (
    <li className={styles.item}>
      <p className={styles.name}>
        <Paperclip size={16} aria-hidden="true" /> <bdi>{name}</bdi>{' '}
        <span className={styles.kind}>
          {fileKindName(type) ?? t('attachment.otherKind')} · {sizeOf(size)}
        </span>
      </p>
      <Cluster gap={2}>
        {actions.map((action) => (
          <AttachmentAction
            key={action}
            action={action}
            name={name}
            url={url}
            isPressed={action === pressed}
            isOpen={action === 'view' ? isShown && url !== null : undefined}
            isBusy={state === 'wanted'}
            onPress={() => press(action)}
          />
        ))}
      </Cluster>
      <AttachmentStatus name={name} state={state} isReady={url !== null} pressed={pressed} />
      {isShown && url !== null && <Picture src={url} alt={name} broken={t('attachment.broken')} />}
    </li>
  );
}
