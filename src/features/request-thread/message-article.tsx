import { Check, MailOpen } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { AttachmentNames } from '../../parts/attachment-names.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { Card } from '../../ui/card.tsx';
import { StateLine } from '../../ui/state-line.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './message.module.css';
import type { Said } from './order-thread.ts';
import { SentAttachments } from './sent-attachments.tsx';

interface MessageArticleProps {
  said: Said;
  isUnread: boolean;
  /** The server's day: yyyy-mm-dd. */
  today: string;
  /** For a message that waits: why, and how to stop it. */
  waiting: ReactNode;
}

/** A message, sent or waiting: one element from the press on *Enviar* on, so that focus and position stay when it arrives. */
export function MessageArticle({ said, isUnread, today, waiting }: MessageArticleProps) {
  const { t } = useTranslation('thread');
  const headingId = useId();
  // A message sent on this visit keeps its list of names: a list with buttons is taller, and would move the page.
  const [files] = useState(said.entry?.command.attachments ?? []);
  const { sent } = said;
  const { purpose, body } = sent ?? said.entry.command.content;
  const attachments = sent && files.length === 0 ? sent.attachments : [];
  return (
    <Card as="article" labelledBy={headingId} highlighted={isUnread}>
      <h3 id={headingId} data-message={said.id} tabIndex={-1} className={styles.heading}>
        {t(`messages.purpose.${purpose}`)}
      </h3>
      {sent?.author === 'office' && <Sender message={sent} isUnread={isUnread} />}
      <OwnWords text={body} lang={sent?.author === 'office' ? SOURCE_LANGUAGE : undefined} />
      {files.length + attachments.length > 0 && (
        <div className={styles.attachments}>
          <h4>{t('messages.attachments')}</h4>
          {sent && attachments.length > 0 && (
            <SentAttachments requestId={sent.requestId} attachments={attachments} />
          )}
          {files.length > 0 && <AttachmentNames attachments={files} />}
        </div>
      )}
      {sent?.author === 'citizen' && <Sent at={sent.sentAt} today={today} />}
      {waiting}
    </Card>
  );
}

function Sender({ message, isUnread }: { message: Message; isUnread: boolean }) {
  const { t, i18n } = useTranslation('thread');
  const { officeName, sentAt } = message;
  return (
    <p className={styles.sender}>
      {isUnread && (
        <span className={styles.unread}>
          <Tag tone="info" icon={MailOpen}>
            {t('messages.unread')}
          </Tag>
        </span>
      )}{' '}
      {/* Offices write Portuguese, whatever language the page speaks; what the citizen wrote may be in any. */}
      <bdi lang={officeName ? SOURCE_LANGUAGE : undefined}>{officeName ?? t('messages.institution')}</bdi>
      {' · '}
      <time dateTime={sentAt}>{formatDateTime(sentAt, i18n.language)}</time>
    </p>
  );
}

/** When the citizen's message was sent, in the place of *A enviar…*. */
function Sent({ at, today }: { at: string; today: string }) {
  const { t, i18n } = useTranslation('thread');
  const isToday = lisbonDate(at) === today;
  return (
    <StateLine tone="success" icon={Check}>
      {t('messages.you')} ·{' '}
      <time dateTime={at}>
        {isToday
          ? t('messages.sentAt', { time: formatTime(at, i18n.language) })
          : t('messages.sentOn', { moment: formatDateTime(at, i18n.language) })}
      </time>
    </StateLine>
  );
}
