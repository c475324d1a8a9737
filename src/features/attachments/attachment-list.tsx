import { Check, Trash2 } from 'lucide-react';
import { Suspense, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fileKindKey, isPdf } from '../../../domain/file-kinds.ts';
import { firstWords } from '../../../shared/first-words.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { AttachmentRow } from '../../db/core/file-schema.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import { removeAttachment, restoreAttachment } from '../../db/drafts/attachments.ts';
import type { PhotoOffer } from '../../db/drafts/smaller-photos.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { useFileSize } from '../../parts/use-file-size.ts';
import { holdNotices } from '../../state/notice-place.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HiddenName } from '../../ui/hidden-name.tsx';
import rows from '../../ui/pictured-rows.module.css';
import { AttachmentThumbnail, OpenPdf } from './attachment-preview.tsx';
import styles from './attachments.module.css';
import type { PhotoCodec } from './photo-codec.ts';

/** The longest file name in the notice of a removed file, in graphemes: more would cover the page. */
const NAME_GRAPHEMES = 60;

// Loaded on its own: large photos are rare.
const PhotoLine = lazyPart(() => import('./photo-line.tsx'), 'PhotoLine');

interface AttachmentListProps {
  attachments: readonly AttachmentRow[];
  offers: ReadonlyMap<string, PhotoOffer>;
  codec: PhotoCodec;
  /** Called when the last attachment is removed or brought back: where the list's heading is not there, the focus needs another place. */
  onEmptied: () => void;
}

export function AttachmentList({ attachments, offers, codec, onEmptied }: AttachmentListProps) {
  const { t } = useTranslation('attachments');
  const sizeOf = useFileSize();
  const db = useDatabase();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0);

  /** The button that was pressed goes: **Remover** with its file, and **Desfazer** with its notice. */
  function keepFocusHere() {
    if (attachments.length > 1) heading.current?.focus();
    else onEmptied();
  }

  async function remove({ id, name }: AttachmentRow) {
    await removeAttachment(db, id, new Date());
    keepFocusHere();
    function bringBack() {
      keepFocusHere();
      void restoreAttachment(db, id, new Date());
    }
    const undo = { label: t('undo'), run: bringBack };
    showNotice({ text: t('removed', { name: firstWords(name, NAME_GRAPHEMES) }), undo });
  }

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {t('list')}
      </h2>
      <div ref={holdNotices} className={styles.notices} />
      <p>{t('total', { count: attachments.length, size: sizeOf(bytes) })}</p>
      <Suspense>
        {offers.size > 0 && <PhotoLine attachments={attachments} offers={offers} codec={codec} />}
      </Suspense>
      <ul className={rows.list}>
        {attachments.map((attachment) => (
          // A smaller photo and its original share a key: with a new row the focus would be lost.
          <AttachmentItem
            key={attachment.originalId ?? attachment.id}
            attachment={attachment}
            onRemove={() => void remove(attachment)}
          />
        ))}
      </ul>
    </section>
  );
}

interface AttachmentItemProps {
  attachment: AttachmentRow;
  onRemove: () => void;
}

function AttachmentItem({ attachment, onRemove }: AttachmentItemProps) {
  const { t } = useTranslation('attachments');
  const sizeOf = useFileSize();
  const place = useKeptPlace(attachment);
  const { name, type, size } = attachment;
  return (
    <li className={classNames(rows.row, styles.item)}>
      <AttachmentThumbnail attachment={attachment} />
      <div className={classNames(rows.facts, styles.facts)}>
        <p className={rows.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.kind}>
          {t(`type.${fileKindKey(type)}`)} · {sizeOf(size)}
        </p>
        <p className={styles.state}>
          <Check size={16} />
          {t(place)}
        </p>
      </div>
      {isPdf(type) && <OpenPdf attachment={attachment} />}
      <Button variant="secondary" type="button" icon={Trash2} onClick={onRemove}>
        <span>
          {t('remove')}
          <HiddenName>{name}</HiddenName>
        </span>
      </Button>
    </li>
  );
}

/** Returns the text for the place of the bytes: the server's alone for a file that another device added. */
function useKeptPlace({ chunkCount }: AttachmentRow) {
  const isInTab = isTabGuest(useDatabase());
  const isMemoryOnly = useMemoryOnly();
  if (chunkCount === 0) return 'keptInAccount';
  if (isMemoryOnly) return 'keptInPage';
  return isInTab ? 'keptInTab' : 'kept';
}
