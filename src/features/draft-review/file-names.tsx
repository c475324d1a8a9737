import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import styles from './draft-review.module.css';

const BYTES_PER_KB = 1024;
const BYTES_PER_MB = BYTES_PER_KB * BYTES_PER_KB;

export function FileNames({ attachments }: { attachments: readonly AttachmentRow[] }) {
  const { t } = useTranslation('draft');
  if (attachments.length === 0) return <p>{t('review.noAttachments')}</p>;
  return (
    <ul className={styles.files}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <bdi>{name}</bdi>{' '}
          <span className={styles.size}>
            {size < BYTES_PER_MB
              ? t('review.sizeSmall', { size: Math.max(1, Math.round(size / BYTES_PER_KB)) })
              : t('review.size', { size: megabytes(size) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
