import { Maximize2, Minimize2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { AttachmentRow } from '../../db/core/file-schema.ts';
import { type PhotoOffer, restoreOriginal } from '../../db/drafts/smaller-photos.ts';
import { readLocalBytes } from '../../db/files/downloads.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import styles from './attachments.module.css';
import type { PhotoCodec } from './photo-codec.ts';
import { shrinkPhoto } from './reduce-photo.ts';

interface PhotoLineProps {
  attachments: readonly AttachmentRow[];
  offers: ReadonlyMap<string, PhotoOffer>;
  codec: PhotoCodec;
}

/** Says that large photos were made smaller, with one press that undoes it for all; one button for both ways, so that it keeps the focus. */
export function PhotoLine({ attachments, offers, codec }: PhotoLineProps) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const { status, start } = useOnce(press);
  const [unchanged, setUnchanged] = useState<string[]>([]);
  const offer: PhotoOffer = [...offers.values()].includes('restore') ? 'restore' : 'reduce';
  const photos = attachments.filter(({ id }) => offers.get(id) === offer);
  const count = photos.length;
  if (count === 0) return null;

  async function shrink(photo: AttachmentRow) {
    const blob = new Blob(await readLocalBytes(db, photo.id), { type: photo.type });
    return shrinkPhoto(db, photo, blob, codec, new Date());
  }

  async function press() {
    const failed: string[] = [];
    for (const photo of photos) {
      if (offer === 'restore') await restoreOriginal(db, photo.id, new Date());
      else if (!(await shrink(photo))) failed.push(photo.name);
    }
    setUnchanged(failed);
    const said = failed.length > 0 ? notReduced(failed) : t(`photos.done.${offer}`, { count });
    announce(said);
    return false;
  }

  const notReduced = (names: string[]) =>
    t('notReduced', { names: names.map((name) => `«${name}»`).join(', ') });

  return (
    <div className={styles.photos}>
      <p>{t(`photos.${offer}.line`, { count })}</p>
      <Button
        variant="quiet"
        type="button"
        icon={offer === 'reduce' ? Minimize2 : Maximize2}
        busy={status === 'running'}
        onClick={() => void start()}
      >
        {t(`photos.${offer}.press`)}
      </Button>
      {unchanged.length > 0 && <p>{notReduced(unchanged)}</p>}
    </div>
  );
}
