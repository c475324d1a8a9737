import { useTranslation } from 'react-i18next';
import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import { useFileSize } from '../../parts/use-file-size.ts';
import styles from './draft-review.module.css';

export function FileNames({ attachments }: { attachments: readonly AttachmentRow[] }) {
  const { t } = useTranslation('draft');
  const sizeOf = useFileSize();
  if (attachments.length === 0) return <p>{t('review.noAttachments')}</p>;
  return (
    <ul className={styles.files}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <bdi>{name}</bdi> <span className={styles.size}>{sizeOf(size)}</span>
        </li>
      ))}
    </ul>
  );
}
