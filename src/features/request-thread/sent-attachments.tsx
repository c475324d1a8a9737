import { Download, ExternalLink, Eye, Paperclip } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../contract/types.ts';
import { safeFileName } from '../../../domain/copies/copy-paths.ts';
import { fileKindName, isPdf, isPicture } from '../../../domain/file-kinds.ts';
import { fitFileName } from '../../../domain/file-name.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readSyncState } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { type DownloadStage, readDownloadStage, wantDownload } from '../../db/files/downloads.ts';
import { useAttachmentUrl } from '../../db/files/use-attachment-url.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { useFileSize } from '../../parts/use-file-size.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { takeLostFocus } from '../../ui/use-focus-on.ts';
import styles from './attachment.module.css';

const PictureViewer = lazyPart(() => import('../../parts/picture-viewer.tsx'), 'PictureViewer');

interface SentAttachmentsProps {
  requestId: string;
  attachments: Attachment[];
}

const FILE_ACTIONS = ['view', 'open', 'download'] as const;
type FileAction = (typeof FILE_ACTIONS)[number];

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

/** An attachment. If its bytes are not on this device, a press fetches them; after that the row links to the file, and the pressed action keeps the focus. */
function AttachmentItem({ requestId, attachment }: { requestId: string; attachment: Attachment }) {
  const { t } = useTranslation('thread');
  const sizeOf = useFileSize();
  const db = useDatabase();
  const { id, name, size, sha256, type } = attachment;
  const stage = useQuery((open) => readDownloadStage(open, id), [id]) ?? 'none';
  const { url } = useAttachmentUrl(attachment, stage === 'here');
  const [pressed, setPressed] = useState<FileAction | null>(null);
  const [isShown, setShown] = useState(false);
  const asking = useOnce(async () => {
    await wantDownload(db, { attachmentId: id, requestId, size, sha256 }, new Date());
    return false;
  });

  function press(action: FileAction) {
    setPressed(action);
    if (action === 'view') setShown(true);
    if (url === null) void asking.start();
  }

  function putAway() {
    setPressed(null);
    setShown(false);
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
            name={name}
            fileName={fitFileName(name, type)}
            url={url}
            isPressed={action === pressed}
            isBusy={stage === 'wanted'}
            onPress={() => press(action)}
            // The picture must not open over a page on which the citizen has gone on meanwhile.
            onLeave={() => url === null && setShown(false)}
          />
        ))}
      </Cluster>
      <AttachmentStatus name={name} stage={stage} isReady={url !== null && !isShown} pressed={pressed} />
      {asking.status === 'failed' && url === null && <Alert title={t('notKept')} />}
      <Suspense>
        {isShown && url !== null && <PictureViewer name={name} url={url} onClose={putAway} />}
      </Suspense>
    </li>
  );
}

const ICONS = { view: Eye, open: ExternalLink, download: Download };

interface AttachmentActionProps {
  action: FileAction;
  name: string;
  /** The name under which the file is saved. */
  fileName: string;
  /** The address of the bytes; null until they are on this device. */
  url: string | null;
  /** Whether this was the last action that the citizen pressed in the row. */
  isPressed: boolean;
  isBusy: boolean;
  onPress: () => void;
  onLeave: () => void;
}

/** A button that fetches the attachment; once its bytes are here, a link with the same name. */
function AttachmentAction(props: AttachmentActionProps) {
  const { action, name, fileName, url, isPressed, isBusy, onPress, onLeave } = props;
  const { t } = useTranslation('thread');
  const Icon = ICONS[action];

  const label = (
    <span>
      {t(`attachment.${action}`)}
      <HiddenName>{name}</HiddenName>
    </span>
  );
  if (action === 'view' || url === null) {
    return (
      <Button
        variant="quiet"
        type="button"
        icon={Icon}
        busy={isBusy}
        aria-haspopup={action === 'view' ? 'dialog' : undefined}
        onClick={onPress}
        onBlur={onLeave}
      >
        {label}
      </Button>
    );
  }
  const way =
    action === 'open' ? { target: '_blank', rel: 'noopener' } : { download: safeFileName(fileName) };
  return (
    <a ref={isPressed ? takeLostFocus : undefined} href={url} {...way} className={buttonClass('quiet')}>
      <Icon size={20} />
      {label}
    </a>
  );
}

const WAITING = {
  unknown: 'fetching',
  reached: 'fetching',
  noConnection: 'whenOnline',
  serverDown: 'whenServerBack',
  signedOut: 'whenSignedIn',
} as const;

interface AttachmentStatusProps {
  name: string;
  stage: DownloadStage;
  isReady: boolean;
  /** The action that was pressed on this visit; if null, nothing is announced. */
  pressed: FileAction | null;
}

/** Shows the outcome of the press, and announces it once. */
function AttachmentStatus({ name, stage, isReady, pressed }: AttachmentStatusProps) {
  const { t } = useTranslation('thread');
  const connection = useQuery(async (db) => (await readSyncState(db)).connection) ?? 'unknown';

  function say(): string | null {
    if (stage === 'putOff' && connection === 'reached') return t('attachment.whenServerBack');
    if (stage === 'wanted' || stage === 'putOff') return t(`attachment.${WAITING[connection]}`);
    if (stage === 'refused') return t('attachment.failed', { name });
    if (!isReady || pressed === null) return null;
    return t('attachment.ready', { name });
  }

  const text = say();
  useEffect(() => {
    if (text && pressed) announce(text);
  }, [text, pressed]);
  return text && <p>{text}</p>;
}
