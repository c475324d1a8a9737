import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../contract/types.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import styles from './request-thread.module.css';

export function AttachmentList({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation('thread');
  return (
    <ul className={styles.files}>
      {attachments.map((file) => (
        <li key={file.id}>
          <Paperclip size={16} aria-hidden="true" /> <bdi>{file.name}</bdi>{' '}
          {/* The smallest figure shown is 0.1: nothing that was sent is nothing. */}
          <span className={styles.muted}>
            {t('attachmentSize', { size: Math.max(megabytes(file.size), 0.1) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
