import { Maximize2, Minimize2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import {
  type PhotoOffer as Offer,
  replaceWithSmaller,
  restoreOriginal,
} from '../../db/drafts/smaller-photos.ts';
import { readLocalBytes } from '../../db/files/downloads.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { announce } from '../../ui/live-region.tsx';
import { NotReduced } from './not-reduced.tsx';
import { makeThumbnail, type PhotoCodec } from './photo-codec.ts';
import { nameOfSmaller, reducePhoto } from './reduce-photo.ts';

interface PhotoOfferProps {
  attachment: AttachmentRow;
  offer: Offer;
  codec: PhotoCodec;
}

/** One button for both ways, so that the focus stays on it while the photo changes. */
export function PhotoOffer({ attachment, offer, codec }: PhotoOfferProps) {
  const { t } = useTranslation('attachments');
  const sizeOf = useFileSize();
  const db = useDatabase();
  const [isBusy, setBusy] = useState(false);
  const [isImpossible, setImpossible] = useState(false);
  const { id, name, type } = attachment;

  async function reduce() {
    announce(t('reducing', { name }));
    const parts = (await readLocalBytes(db, id)) ?? [];
    const smaller = await reducePhoto(new Blob(parts, { type }), type, codec);
    if (!smaller || !(await put(smaller))) {
      setImpossible(true);
      return announce(t('notReduced', { name }));
    }
    announce(t('reduced', { name, size: sizeOf(smaller.size) }));
  }

  /** Replaces the photo; false also when the device has no room, and then the larger photo stays. */
  async function put(smaller: Blob): Promise<boolean> {
    const bytes = await smaller.arrayBuffer();
    const file = {
      id: crypto.randomUUID(),
      name: nameOfSmaller(name, type, smaller.type),
      type: smaller.type,
      sha256: await sha256Hex(bytes),
      bytes,
      thumbnail: await makeThumbnail(bytes, smaller.type),
    };
    return replaceWithSmaller(db, id, file, new Date()).catch(() => false);
  }

  async function restore() {
    const original = await restoreOriginal(db, id, new Date());
    if (original) announce(t('restored', { name: original.name, size: sizeOf(original.size) }));
  }

  async function press() {
    setBusy(true);
    await (offer === 'reduce' ? reduce() : restore()).finally(() => setBusy(false));
  }

  if (isImpossible && offer === 'reduce') return <NotReduced name={name} />;
  return (
    <Button
      variant="quiet"
      type="button"
      icon={offer === 'reduce' ? Minimize2 : Maximize2}
      busy={isBusy}
      onClick={() => void press()}
    >
      <span>
        {t(offer)}
        <HiddenName>{name}</HiddenName>
      </span>
    </Button>
  );
}
