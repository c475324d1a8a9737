import { Check, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { removeAttachment, restoreAttachment } from '../../db/attachments.ts';
import { useDatabase } from '../../db/database-context.ts';
import type { AttachmentRow } from '../../db/file-rows.ts';
import { useMemoryOnly } from '../../db/use-memory-only.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './attachments.module.css';
import { describeSize, describeType } from './describe-file.ts';
import { Thumbnail } from './thumbnail.tsx';

interface AttachmentListProps {
  attachments: readonly AttachmentRow[];
  /** The last one has gone, and the list's heading with it: the focus needs another place. */
  onEmptied: () => void;
}

export function AttachmentList({ attachments, onEmptied }: AttachmentListProps) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const isMemoryOnly = useMemoryOnly();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0);

  async function remove({ id, name }: AttachmentRow) {
    await removeAttachment(db, id, new Date());
    if (attachments.length > 1) heading.current?.focus();
    else onEmptied();
    const undo = { label: t('undo'), run: () => void restoreAttachment(db, id, new Date()) };
    showNotice({ text: t('removed', { name }), undo });
  }

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        {t('list')}
      </h2>
      <p>{t('total', { count: attachments.length, size: describeSize(t, bytes) })}</p>
      <ul className={styles.list}>
        {attachments.map((attachment) => (
          <li key={attachment.id} className={styles.item}>
            <Thumbnail bytes={attachment.thumbnail} type={attachment.type} />
            <div className={styles.facts}>
              <p className={styles.name}>
                <bdi>{attachment.name}</bdi>
              </p>
              <p className={styles.kind}>
                {describeType(t, attachment.type)} · {describeSize(t, attachment.size)}
              </p>
              <p className={styles.state}>
                <Check size={16} aria-hidden="true" />
                {t(isMemoryOnly ? 'keptInPage' : 'kept')}
              </p>
            </div>
            <Button variant="secondary" type="button" icon={Trash2} onClick={() => void remove(attachment)}>
              <span>
                {t('remove')}
                <VisuallyHidden>
                  {' '}
                  <bdi>{attachment.name}</bdi>
                </VisuallyHidden>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
