import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './attachment.module.css';

export function AttachmentPicture({ url, name }: { url: string; name: string }) {
  const { t } = useTranslation('thread');
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{t('attachment.broken')}</p>;
  return <img className={styles.picture} src={url} alt={name} onError={() => setBroken(true)} />;
}
