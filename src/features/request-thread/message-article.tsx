import { Check, MailOpen } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { OwnWords } from '../../parts/own-words.tsx';
import { SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { StateLine } from '../../ui/state-line.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './message.module.css';
import type { Said } from './order-thread.ts';
import { SentAttachments } from './sent-attachments.tsx';

/** The most lines of a message on a phone that leave room for the reply; an attachment counts as some lines. */
const MOST_LINES = 8;
const ATTACHMENT_LINES = 4;
/** The lines that a longer message shows; the button for the rest takes the others. */
const CUT_LINES = 5;

interface MessageArticleProps {
  said: Said;
  isUnread: boolean;
  /** The server's day: yyyy-mm-dd. */
  today: string;
  /** Whether it is the newest message, which is cut short on a phone. */
  isLead?: boolean;
  /** The citizen's words that it corrects, should it be a correction. */
  corrected: string;
  /** For a message that waits: why, and how to stop it. */
  waiting: ReactNode;
}

/** A message, sent or waiting: one element from the press on *Enviar* on, so that focus and position stay when it arrives. */
export function MessageArticle(props: MessageArticleProps) {
  const { said, isUnread, today, isLead = false, corrected, waiting } = props;
  const { t } = useTranslation('thread');
  const headingId = useId();
  const { sent } = said;
  const { purpose, body } = sent ?? said.entry.command.content;
  const { attachments } = sent ?? said.entry.command;
  const isLong = isLead && countLines(body) + attachments.length * ATTACHMENT_LINES > MOST_LINES;
  return (
    <Card as="article" labelledBy={headingId} highlighted={isUnread}>
      <h3 id={headingId} data-message={said.id} tabIndex={-1} className={styles.heading}>
        {t(`messages.purpose.${purpose}`)}
      </h3>
      {sent?.author === 'office' && <Sender message={sent} isUnread={isUnread} />}
      <Beside corrected={purpose === 'correction' ? corrected : null}>
        <Cut isLong={isLong} files={attachments.length}>
          <OwnWords
            text={body}
            lang={sent?.author === 'office' ? SOURCE_LANGUAGE : undefined}
            {...(isLong && { rest: { from: findCut(body, CUT_LINES), className: styles.rest } })}
          />
          {attachments.length > 0 && (
            <div className={styles.attachments}>
              <h4>{t('messages.attachments')}</h4>
              <SentAttachments requestId={(sent ?? said.entry).requestId} attachments={attachments} />
            </div>
          )}
        </Cut>
      </Beside>
      {sent?.author === 'citizen' && <Sent at={sent.sentAt} today={today} />}
      {waiting}
    </Card>
  );
}

/** A correction beside the words that it corrects, or above them where there is no room. */
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

/** A text and its attachments; a phone cuts a long one, with a button for the rest. */
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

/** Roughly the letters of a line on a phone. */
const LINE_LETTERS = 34;

function linesOf(line: string): number {
  return Math.max(1, Math.ceil(line.length / LINE_LETTERS));
}

export function countLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
}

/** Finds a place between words or lines at which about `maxLines` lines of the text end; the text's length where there is none. */
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
