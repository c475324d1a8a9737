import { ExternalLink, FileImage, FileSpreadsheet, FileText } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPicture } from '../../../domain/file-kinds.ts';
import type { AttachmentRow } from '../../db/core/file-schema.ts';
import { useAttachmentUrl } from '../../db/files/use-attachment-url.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HiddenName } from '../../ui/hidden-name.tsx';
import rows from '../../ui/pictured-rows.module.css';
import { useObjectUrl } from '../../ui/use-object-url.ts';
import styles from './attachments.module.css';

const PictureViewer = lazyPart(() => import('../../parts/picture-viewer.tsx'), 'PictureViewer');

/** The thumbnail of an attachment. Where the browser can draw the picture, a press opens it. */
export function AttachmentThumbnail({ attachment }: { attachment: AttachmentRow }) {
  const { t } = useTranslation('attachments');
  const [isOpen, setOpen] = useState(false);
  const { name, type, thumbnail, chunkCount } = attachment;
  const small = <Thumbnail bytes={thumbnail} type={type} />;
  // Most browsers cannot draw HEIC, and this device does not have the bytes of files that another device added.
  if (!isPicture(type) || chunkCount === 0) return small;
  return (
    <>
      <button type="button" className={styles.enlarge} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {small}
        <span className={styles.view}>
          {t('view')}
          <HiddenName>{name}</HiddenName>
        </span>
      </button>
      <Suspense>{isOpen && <OpenPicture attachment={attachment} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

/** Shows the picture; its bytes are kept in memory only while it is open. */
function OpenPicture({ attachment, onClose }: { attachment: AttachmentRow; onClose: () => void }) {
  const { file, isLost } = useAttachmentUrl(attachment, true);
  return <PictureViewer name={attachment.name} url={file?.url ?? null} isLost={isLost} onClose={onClose} />;
}

/** Opens a PDF in the browser's viewer, which runs no script of the PDF at our origin. */
export function OpenPdf({ attachment }: { attachment: AttachmentRow }) {
  const { t } = useTranslation('attachments');
  const { file } = useAttachmentUrl(attachment, attachment.chunkCount > 0);
  return (
    file && (
      <a href={file.url} target="_blank" rel="noopener" className={buttonClass('quiet')}>
        <ExternalLink size={20} />
        <span>
          {t('open')}
          <HiddenName>{attachment.name}</HiddenName>
        </span>
      </a>
    )
  );
}

/** A decorative picture: the attachment's name and kind stand beside it. */
function Thumbnail({ bytes, type }: { bytes: ArrayBuffer | null; type: string }) {
  const url = useObjectUrl(bytes);
  const PaperIcon = type.includes('sheet') ? FileSpreadsheet : FileText;
  const Icon = type.startsWith('image/') ? FileImage : PaperIcon;
  return (
    <span className={classNames(rows.picture, styles.thumbnail)} aria-hidden="true">
      {url ? <img src={url} alt="" /> : <Icon size={32} />}
    </span>
  );
}
