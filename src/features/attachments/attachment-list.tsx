import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { removeAttachment, restoreAttachment } from '../../db/drafts/attachments.ts';
import type { PhotoOffer } from '../../db/drafts/smaller-photos.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { showNotice } from '../../state/notices.ts';
import { AttachmentItem } from './attachment-row.tsx';
import styles from './attachments.module.css';
import type { PhotoCodec } from './photo-codec.ts';

interface AttachmentListProps {
  attachments: readonly AttachmentRow[];
  offers: ReadonlyMap<string, PhotoOffer>;
  codec: PhotoCodec;
  /** The last one has gone, and the list's heading with it: the focus needs another place. */
  onEmptied: () => void;
}

export function AttachmentList({ attachments, offers, codec, onEmptied }: AttachmentListProps) {
  const { t } = useTranslation('attachments');
  const sizeOf = useFileSize();
  const db = useDatabase();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0);

  async function remove({ id, name }: AttachmentRow) {
    await removeAttachment(db, id, new Date());
    if (attachments.length > 1) heading.current?.focus();
    else onEmptied();
    const undo = { label: t('undo'), run: () => void restoreAttachment(db, id, new Date()) };
    showNotice({ text: t('removed', { name }), undo });
  }

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {t('list')}
      </h2>
      <p>{t('total', { count: attachments.length, size: sizeOf(bytes) })}</p>
      {offers.size > 0 && (
        <p>
          {t('reduceHint')} {t('reduceLoses')}
        </p>
      )}
      <ul className={styles.list}>
        {attachments.map((attachment) => (
          // The smaller photo and the larger one are the same row, or the focus would be lost between them.
          <AttachmentItem
            key={attachment.originalId ?? attachment.id}
            attachment={attachment}
            offer={offers.get(attachment.id)}
            codec={codec}
            onRemove={() => void remove(attachment)}
          />
        ))}
      </ul>
    </section>
  );
}
