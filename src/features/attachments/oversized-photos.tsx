import { Minimize2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { OversizedPhoto } from './attach-files.ts';
import styles from './attachments.module.css';
import { NotReduced } from './not-reduced.tsx';
import type { PhotoCodec } from './photo-codec.ts';
import { nameOfSmaller, reducePhoto } from './reduce-photo.ts';

interface OversizedPhotosProps {
  photos: readonly OversizedPhoto[];
  codec: PhotoCodec;
  onSmaller: (photo: OversizedPhoto, smaller: File) => void;
}

/** Photos that were refused for their size alone: each can be added as a smaller one. */
export function OversizedPhotos({ photos, codec, onSmaller }: OversizedPhotosProps) {
  const { t } = useTranslation('attachments');
  return (
    <Notice tone="info">
      <p>{t('oversized')}</p>
      <ul className={styles.list}>
        {photos.map((photo) => (
          <li key={photo.id}>
            <Offer photo={photo} codec={codec} onSmaller={onSmaller} />
          </li>
        ))}
      </ul>
      <p>{t('reduceLoses')}</p>
    </Notice>
  );
}

function Offer({
  photo,
  codec,
  onSmaller,
}: { photo: OversizedPhoto } & Omit<OversizedPhotosProps, 'photos'>) {
  const { t } = useTranslation('attachments');
  const [state, setState] = useState<'offered' | 'working' | 'impossible'>('offered');
  const { file, type } = photo;
  const { name } = file;

  async function addSmaller() {
    setState('working');
    announce(t('reducing', { name }));
    const smaller = await reducePhoto(file, type, codec);
    if (smaller) return onSmaller(photo, new File([smaller], nameOfSmaller(name, type, smaller.type)));
    setState('impossible');
    announce(t('notReduced', { name }));
  }

  if (state === 'impossible') return <NotReduced name={name} />;
  return (
    <Button
      variant="secondary"
      type="button"
      icon={Minimize2}
      busy={state === 'working'}
      onClick={() => void addSmaller()}
    >
      <span>
        {t('addSmaller')} <bdi>{name}</bdi>
      </span>
    </Button>
  );
}
