import { Check, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import { useMemoryOnly } from '../../db/core/storage-trouble.ts';
import type { PhotoOffer as Offer } from '../../db/drafts/smaller-photos.ts';
import { fileKindKey, isPdf } from '../../domain/file-kinds.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { AttachmentThumbnail, OpenPdf } from './attachment-preview.tsx';
import styles from './attachments.module.css';
import type { PhotoCodec } from './photo-codec.ts';
import { PhotoOffer } from './photo-offer.tsx';

interface AttachmentItemProps {
  attachment: AttachmentRow;
  offer: Offer | undefined;
  codec: PhotoCodec;
  onRemove: () => void;
}

export function AttachmentItem({ attachment, offer, codec, onRemove }: AttachmentItemProps) {
  const { t } = useTranslation('attachments');
  const sizeOf = useFileSize();
  const isMemoryOnly = useMemoryOnly();
  const { name, type, size } = attachment;
  return (
    <li className={styles.item}>
      <AttachmentThumbnail attachment={attachment} />
      <div className={styles.facts}>
        <p className={styles.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.kind}>
          {t(`type.${fileKindKey(type)}`)} · {sizeOf(size)}
        </p>
        <p className={styles.state}>
          <Check size={16} aria-hidden="true" />
          {t(isMemoryOnly ? 'keptInPage' : 'kept')}
        </p>
      </div>
      {isPdf(type) && <OpenPdf attachment={attachment} />}
      {offer && <PhotoOffer attachment={attachment} offer={offer} codec={codec} />}
      <Button variant="secondary" type="button" icon={Trash2} onClick={onRemove}>
        <span>
          {t('remove')}
          <VisuallyHidden>
            {' '}
            <bdi>{name}</bdi>
          </VisuallyHidden>
        </span>
      </Button>
    </li>
  );
}
