import { Paperclip } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../contract/types.ts';
import { safeFileName } from '../../../domain/copies/copy-paths.ts';
import { fileKindName, isPdf, isPicture } from '../../../domain/file-kinds.ts';
import { fitFileName } from '../../../domain/file-name.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readDownloadStage, wantDownload } from '../../db/files/downloads.ts';
import { useAttachmentUrl } from '../../db/files/use-attachment-url.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { useFileSize } from '../../parts/use-file-size.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Cluster } from '../../ui/layout.tsx';
import styles from './attachment.module.css';
import { AttachmentAction } from './attachment-action.tsx';
import { AttachmentStatus } from './attachment-status.tsx';
import { type FileAction, useFilePress } from './use-file-press.ts';

const PictureViewer = lazyPart(() => import('../../parts/picture-viewer.tsx'), 'PictureViewer');

interface SentAttachmentsProps {
  requestId: string;
  attachments: Attachment[];
}

const FILE_ACTIONS: readonly FileAction[] = ['view', 'open', 'download'];

/** The attachments of a request or message, to view or save. */
export function SentAttachments({ requestId, attachments }: SentAttachmentsProps) {
  return (
    <ul className={styles.list}>
      {attachments.map((attachment) => (
        <AttachmentItem key={attachment.id} requestId={requestId} attachment={attachment} />
      ))}
    </ul>
  );
}

/** An attachment. If its bytes are not on this device, a press fetches them first; after that the row links to the file, and the pressed action keeps the focus. */
function AttachmentItem({ requestId, attachment }: { requestId: string; attachment: Attachment }) {
  const { t } = useTranslation('thread');
  const sizeOf = useFileSize();
  const db = useDatabase();
  const { id, name, size, sha256, type } = attachment;
  const fileName = safeFileName(fitFileName(name, type));
  const stage = useQuery((open) => readDownloadStage(open, id), [id]) ?? 'none';
  const { file } = useAttachmentUrl(attachment, stage === 'here');
  const { press, begin, leave, forget } = useFilePress(file, fileName, stage);
  const asking = useOnce(async () => {
    await wantDownload(db, { attachmentId: id, requestId, size, sha256 }, new Date());
    return false;
  });

  function start(action: FileAction) {
    begin(action);
    if (!file) void asking.start();
  }

  const applies = { view: isPicture(type), open: isPdf(type), download: true };
  return (
    <li className={styles.item}>
      <p className={styles.name}>
        <Paperclip size={16} />
        <bdi>{name}</bdi>{' '}
        <span className={styles.kind}>
          {fileKindName(type) ?? t('attachment.otherKind')}
          {' ·\u00a0'}
          {sizeOf(size)}
        </span>
      </p>
      <Cluster>
        {FILE_ACTIONS.filter((action) => applies[action]).map((action) => (
          <AttachmentAction
            key={action}
            action={action}
            attachmentId={id}
            name={name}
            fileName={fileName}
            url={file?.url ?? null}
            isPressed={action === press?.action}
            isBusy={stage === 'wanted' && action === press?.action}
            onPress={() => start(action)}
            onLeave={() => action === press?.action && leave()}
          />
        ))}
      </Cluster>
      <AttachmentStatus name={name} stage={stage} isReady={file !== null} press={press} />
      {asking.status === 'failed' && !file && <Alert title={t('notKept')} />}
      <Suspense>
        {file && press?.outcome === 'shown' && <PictureViewer name={name} url={file.url} onClose={forget} />}
      </Suspense>
    </li>
  );
}
