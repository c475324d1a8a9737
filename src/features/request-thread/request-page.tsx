import { Link } from '@tanstack/react-router';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase, useQuery } from '../../db/core/database-context.ts';
import type { MessageRow, RequestRow } from '../../db/core/schema.ts';
import { markRead } from '../../db/requests/request-actions.ts';
import { emphasisOf } from '../../domain/request-state.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { BackToList } from '../../parts/back-to-list.tsx';
import { ForWhom } from '../../parts/for-whom.tsx';
import { announce } from '../../ui/live-region.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Tag } from '../../ui/tag.tsx';
import { BeginDraftButton } from './begin-draft-button.tsx';
import { Conversation, type RequestParts } from './conversation.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { MESSAGES_ID } from './message-list.tsx';
import { OwnRequest } from './own-request.tsx';
import { readThread, type Thread } from './read-thread.ts';
import { RefusedNotice } from './refused-notice.tsx';
import styles from './request-thread.module.css';
import { RequestTimeline } from './request-timeline.tsx';
import { useSteadyPlace } from './use-steady-place.ts';

interface RequestPageProps extends RequestParts {
  request: RequestRow;
  /** What was read of it before the page is shown. */
  initialThread?: Thread | undefined;
}

export function RequestPage({ request, initialThread, ...parts }: RequestPageProps) {
  const { t } = useTranslation(['thread', 'requests', 'common']);
  const thread = useQuery((db) => readThread(db, request.id), [request.id], initialThread);
  useThreadNews(thread);
  useReadMark(request.id, thread?.messages);
  useSteadyPlace();
  const title = t('title', { reference: request.reference });
  return (
    <Page
      title={t('common:pageTitle', { page: title })}
      heading={<NoWrap text={title} part={request.reference} />}
      width="wide"
      focusKey={request.id}
      before={<BackToList words={t('backToList')} />}
    >
      <Stack gap={4}>
        {thread?.refused.map((action) => (
          <RefusedNotice key={action.command} request={request} action={action} />
        ))}
        <div>
          <Tag tone={emphasisOf(request.state)}>{t(`requests:state.${request.state}`)}</Tag>
          <p className={styles.turn}>{t(`turn.${request.state}`, { office: request.office.name })}</p>
          {(request.state === 'awaitingCitizen' || request.state === 'answered') && <ToMessages />}
          {request.onBehalfOf && (
            <p>
              <ForWhom person={request.onBehalfOf} />
            </p>
          )}
        </div>
        <div className={styles.columns}>
          <div className={styles.aside}>
            <DeadlineSection
              request={request}
              complain={<BeginDraftButton request={request} what="complaint" />}
            />
            <RequestTimeline request={request} />
          </div>
          <Stack gap={4}>
            <OwnRequest request={request} />
            {thread && <Conversation request={request} thread={thread} {...parts} />}
            <p className={styles.screenOnly}>
              <Link to={ADDRESSES.receipt} params={{ requestId: request.id }}>
                {t('receipt')}
              </Link>
            </p>
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}

/** On a phone the messages that the sentence speaks of are far below. */
function ToMessages() {
  const { t } = useTranslation('thread');

  function go(event: MouseEvent) {
    // The address of a request is not the place for the name of a part of its page.
    event.preventDefault();
    document.getElementById(MESSAGES_ID)?.focus();
  }

  return (
    <p className={styles.screenOnly}>
      <a href={`#${MESSAGES_ID}`} onClick={go}>
        {t('toMessages')}
      </a>
    </p>
  );
}

/** What stands on a page that is being looked at has been read. Behind another window it has not. */
function useReadMark(requestId: string, messages: readonly MessageRow[] | undefined): void {
  const db = useDatabase();
  const newest = messages?.findLast(({ author }) => author === 'office')?.sentAt;

  useEffect(() => {
    if (newest === undefined) return;
    function note() {
      if (newest === undefined || document.visibilityState !== 'visible' || !db.isOpen()) return;
      void markRead(db, requestId, newest, new Date());
    }
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [db, requestId, newest]);
}

/** Announces what happens in the thread while the page is open; it is shown below, and nothing on the page moves. */
function useThreadNews(thread: Thread | undefined): void {
  const { t } = useTranslation('thread');
  const heard = useRef<{ fromOffice: number; waiting: Set<string> }>(undefined);

  useEffect(() => {
    if (!thread) return;
    const fromOffice = thread.messages.filter(({ author }) => author === 'office').length;
    const waiting = new Set(thread.waiting.map(({ command }) => command.messageId));
    const before = heard.current;
    heard.current = { fromOffice, waiting };
    if (!before) return;
    if (fromOffice > before.fromOffice) announce(t('messages.arrived'));
    if (thread.messages.some(({ id }) => before.waiting.has(id))) announce(t('messages.sent'));
    if (thread.drafts.some(({ id, refusal }) => refusal && before.waiting.has(id))) {
      announce(t('messages.refused'), 'assertive');
    }
  }, [thread, t]);
}
