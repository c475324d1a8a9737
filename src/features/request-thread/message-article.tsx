import { MailOpen } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../contract/types.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AttachmentList } from './attachment-list.tsx';
import styles from './request-thread.module.css';

export function MessageArticle({ message, isUnread }: { message: Message; isUnread: boolean }) {
  const { t, i18n } = useTranslation('thread');
  const headingId = useId();
  return (
    <Card as="article" labelledBy={headingId} highlighted={isUnread}>
      {isUnread && (
        <Tag tone="info" icon={MailOpen}>
          {t('messages.unread')}
        </Tag>
      )}
      <h3 id={headingId}>{t(`messages.purpose.${message.purpose}`)}</h3>
      <p className={styles.muted}>
        {message.author === 'citizen' ? (
          t('messages.you')
        ) : (
          <bdi>{message.officeName ?? t('messages.institution')}</bdi>
        )}
        {' · '}
        <time dateTime={message.sentAt}>{formatDateTime(message.sentAt, i18n.language)}</time>
      </p>
      <p dir="auto" className={styles.text}>
        {message.body}
      </p>
      {message.attachments.length > 0 && (
        <>
          <h4>{t('messages.attachments')}</h4>
          <AttachmentList attachments={message.attachments} />
        </>
      )}
    </Card>
  );
}
