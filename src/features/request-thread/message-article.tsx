import { Check, MailOpen } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { AttachmentNames } from '../../parts/attachment-names.tsx';
import { OwnWords } from '../../parts/own-words.tsx';
import { SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { StateLine } from '../../ui/state-line.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './message.module.css';
import type { Said } from './order-thread.ts';
import { SentAttachments } from './sent-attachments.tsx';

/** As many lines of a phone as leave room on its screen for the way to reply; an attachment with its buttons takes as much as some of them. */
const MOST_LINES = 8;
const ATTACHMENT_LINES = 4;
/** Those of what is longer: the button for the rest takes the others. */
const CUT_LINES = 6;

interface MessageArticleProps {
  said: Said;
  isUnread: boolean;
  /** The server's day: yyyy-mm-dd. */
  today: string;
  /** The one that leads: on a phone a long one is cut short. */
  isLead?: boolean;
  /** Why one that waits is still here, and what can be done about it. */
  waiting: ReactNode;
}

/** The same element from the press on *Enviar* to the server's date, so that the focus and the place stay when it arrives. */
export function MessageArticle({ said, isUnread, today, isLead = false, waiting }: MessageArticleProps) {
  const { t } = useTranslation('thread');
  const headingId = useId();
  // What was sent from here keeps its list of names until the next visit: one with buttons is taller.
  const [files] = useState(said.entry?.command.attachments ?? []);
  const { sent } = said;
  const { purpose, body } = sent ?? said.entry.command.content;
  const attachments = sent && files.length === 0 ? sent.attachments : [];
  const isLong = isLead && countLines(body) + attachments.length * ATTACHMENT_LINES > MOST_LINES;
  return (
    <Card as="article" labelledBy={headingId} highlighted={isUnread}>
      <h3 id={headingId} data-message={said.id} tabIndex={-1} className={styles.heading}>
        {t(`messages.purpose.${purpose}`)}
      </h3>
      {sent?.author === 'office' && <Sender message={sent} isUnread={isUnread} />}
      <Cut isLong={isLong} files={attachments.length}>
        <OwnWords
          text={body}
          lang={sent?.author === 'office' ? SOURCE_LANGUAGE : undefined}
          {...(isLong && { rest: { from: findCut(body, CUT_LINES), className: styles.rest } })}
        />
        {files.length + attachments.length > 0 && (
          <div className={styles.attachments}>
            <h4>{t('messages.attachments')}</h4>
            {sent && attachments.length > 0 && (
              <SentAttachments requestId={sent.requestId} attachments={attachments} />
            )}
            {files.length > 0 && <AttachmentNames attachments={files} />}
          </div>
        )}
      </Cut>
      {sent?.author === 'citizen' && <Sent at={sent.sentAt} today={today} />}
      {waiting}
    </Card>
  );
}

/** A text and its attachments; of what is long a phone shows how it begins. */
function Cut({ isLong, files, children }: { isLong: boolean; files: number; children: ReactNode }) {
  const { t } = useTranslation('thread');
  const [isWhole, setWhole] = useState(false);
  if (!isLong) return children;
  const whole = files > 0 ? t('messages.wholeWithFiles', { count: files }) : t('messages.whole');
  return (
    <>
      <div className={isWhole ? undefined : styles.cut}>{children}</div>
      <div className={styles.more}>
        <Button variant="quiet" type="button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('messages.less') : whole}
        </Button>
      </div>
    </>
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

/** Where *A enviar…* stood. */
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

/** On a phone, roughly. */
const LINE_LETTERS = 34;

function linesOf(line: string): number {
  return Math.max(1, Math.ceil(line.length / LINE_LETTERS));
}

export function countLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
}

/** Where a text may be cut so that about so many lines are left: between words or lines; its length where that is nowhere. */
export function findCut(text: string, maxLines: number): number {
  let left = maxLines;
  let start = 0;
  for (const line of text.split('\n')) {
    if (linesOf(line) > left) {
      const space = line.lastIndexOf(' ', left * LINE_LETTERS);
      if (space > 0) return start + space;
      return start > 0 ? start - 1 : text.length;
    }
    left -= linesOf(line);
    start += line.length + 1;
  }
  return text.length;
}
