import { Check, MailOpen } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../../shared/format-date.ts';
import type { MessageRow } from '../../db/core/schema.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { Signed, Unfit, WhenSigned } from '../../parts/signed.tsx';
import { SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { Card } from '../../ui/card.tsx';
import { StateLine } from '../../ui/state-line.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './message.module.css';
import type { ThreadEntry } from './read-thread.ts';
import { SentAttachments } from './sent-attachments.tsx';

interface MessageArticleProps {
  said: ThreadEntry;
  /** Whether the citizen had not read it when the page was opened. */
  cameUnread: boolean;
  /** Whether the citizen has written after it: then it is marked as unread no more. */
  isAnswered: boolean;
  /** The server's day, yyyy-mm-dd. */
  today: string;
  /** The citizen's words that the message corrects, if it is a correction. */
  corrected: string;
  /** For a message that waits: why, and how to stop it. */
  waiting: ReactNode;
}

/** A message, sent or waiting. It is the same element from the press on **Enviar** until after its arrival, so that focus and position stay. */
export function MessageArticle(props: MessageArticleProps) {
  const { said, cameUnread, isAnswered, today, corrected, waiting } = props;
  const { t } = useTranslation(['thread', 'requests']);
  const headingId = useId();
  const { sent } = said;
  const { purpose, body } = sent ?? said.entry.command.content;
  const { attachments } = sent ?? said.entry.command;
  return (
    <Card as="article" labelledBy={headingId} highlighted={cameUnread && !isAnswered}>
      <h3 id={headingId} data-message={said.id} tabIndex={-1} className={styles.heading}>
        {t(`messages.purpose.${purpose}`)}
      </h3>
      {sent?.author === 'office' && <Sender message={sent} cameUnread={cameUnread} isAnswered={isAnswered} />}
      <Beside corrected={purpose === 'correction' ? corrected : null}>
        <OwnWords text={body} lang={sent?.author === 'office' ? SOURCE_LANGUAGE : undefined} />
        {attachments.length > 0 && (
          <div className={styles.attachments}>
            <h4>{t('messages.attachments')}</h4>
            <SentAttachments requestId={(sent ?? said.entry).requestId} attachments={attachments} />
          </div>
        )}
      </Beside>
      {sent?.author === 'citizen' && <Sent message={sent} today={today} />}
      {sent?.author === 'office' && (
        <WhenSigned as="div" receipt={sent.receipt} check={sent.receiptCheck}>
          <div className={styles.signed}>
            <StateLine tone="success" icon={Check}>
              {t('requests:signed')}
            </StateLine>
          </div>
        </WhenSigned>
      )}
      {sent && <Unfit check={sent.receiptCheck} author={sent.author} />}
      {waiting}
    </Card>
  );
}

/** Shows a correction beside the words that it corrects, or above them where there is no room. */
function Beside({ corrected, children }: { corrected: string | null; children: ReactNode }) {
  const { t } = useTranslation('thread');
  if (corrected === null) return children;
  return (
    <div className={styles.beside}>
      <div>{children}</div>
      <div className={styles.corrected}>
        <h4>{t('messages.corrected')}</h4>
        <OwnWords text={corrected} />
      </div>
    </div>
  );
}

type SenderProps = { message: MessageRow } & Pick<MessageArticleProps, 'cameUnread' | 'isAnswered'>;

/** Says who wrote the message, and when. The room of its tag stays when the tag goes, so that the words below do not move. */
function Sender({ message, cameUnread, isAnswered }: SenderProps) {
  const { t, i18n } = useTranslation('thread');
  const { officeName, sentAt } = message;
  return (
    <p className={styles.sender}>
      {cameUnread && (
        <span className={styles.unread}>
          {!isAnswered && (
            <Tag tone="info" icon={MailOpen}>
              {t('messages.unread')}
            </Tag>
          )}
        </span>
      )}{' '}
      {/* Offices write Portuguese, whatever the language of the page; the citizen may write in any language. */}
      <bdi lang={officeName ? SOURCE_LANGUAGE : undefined}>{officeName ?? t('messages.institution')}</bdi>
      {' ·\u00a0'}
      <time dateTime={sentAt}>{formatDateTime(sentAt, i18n.language)}</time>
    </p>
  );
}

/** Says when the citizen's message was sent, in the place of **A enviar…**. */
function Sent({ message, today }: { message: MessageRow; today: string }) {
  const { t, i18n } = useTranslation('thread');
  const { sentAt: at, receipt, receiptCheck } = message;
  const isToday = lisbonDate(at) === today;
  return (
    <StateLine tone="success" icon={Check}>
      {t('messages.you')}
      {' ·\u00a0'}
      <time dateTime={at}>
        {isToday
          ? t('messages.sentAt', { time: formatTime(at, i18n.language) })
          : t('messages.sentOn', { moment: formatDateTime(at, i18n.language) })}
      </time>
      <Signed receipt={receipt} check={receiptCheck} />
    </StateLine>
  );
}
