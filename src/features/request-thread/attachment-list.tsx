import type { Attachment } from '../../contract/types.ts';
import styles from './attachment.module.css';
import { AttachmentItem } from './attachment-item.tsx';

interface AttachmentListProps {
  requestId: string;
  attachments: Attachment[];
}

/** What came with a request or with a message, to be looked at or kept. */
export function AttachmentList({ requestId, attachments }: AttachmentListProps) {
  return (
    <ul className={styles.list}>
      {attachments.map((attachment) => (
        <AttachmentItem key={attachment.id} requestId={requestId} attachment={attachment} />
      ))}
    </ul>
  );
}
