import { Link, useRouter } from '@tanstack/react-router';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { MessageRow, RequestRow } from '../../db/core/schema.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { markRead } from '../../db/requests/request-actions.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { NoteErrors } from '../../parts/note-errors.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { useCheckedFirst } from '../../parts/use-checked-first.ts';
import { TopicWords } from '../../parts/use-request-rows.tsx';
import { announce } from '../../ui/live-region.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { Page } from '../../ui/page.tsx';
import { isOwn, readThread, type Thread } from './read-thread.ts';
import { RequestBody, type RequestParts } from './request-body.tsx';
import styles from './request-thread.module.css';
import { useSteadyField } from './use-steady-field.ts';

interface RequestPageProps extends RequestParts {
  request: RequestRow;
  /** The thread as it was read before the page is shown. */
  initialThread?: Thread | undefined;
}

export function RequestPage({ request, initialThread, ...parts }: RequestPageProps) {
  const { t } = useTranslation(['thread', 'requests', 'common']);
  const thread = useQuery((db) => readThread(db, request.id), [request.id], initialThread);
  useThreadNews(request, thread);
  useReadMark(request.id, thread?.messages);
  useCheckedFirst(request.id);
  useSteadyField();
  const { hasErrors, noteErrors } = useErrors();
  const title = t('common:pageTitle', {
    page: t('title', { reference: request.reference, ...ofKind(request.kind) }),
  });
  return (
    <NoteErrors value={noteErrors}>
      <Page
        title={hasErrors ? t('common:errorTitle', { title }) : title}
        heading={<RequestHeading request={request} />}
        width="wide"
        focusKey={request.id}
        before={<BackToList words={t('backToList')} />}
      >
        {thread && <RequestBody request={request} thread={thread} {...parts} />}
      </Page>
    </NoteErrors>
  );
}

/** Returns whether a form on the page (message or rating) has errors, and the function with which a form notes that it has. */
function useErrors() {
  const [count, setCount] = useState(0);
  const noteErrors = useCallback(() => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
  }, []);
  return { hasErrors: count > 0, noteErrors };
}

/** Marks the messages as read while the page is visible; while it is hidden they stay unread. */
function useReadMark(requestId: string, messages: readonly MessageRow[] | undefined): void {
  const db = useDatabase();
  const newest = messages?.findLast(({ author }) => author === 'office')?.sentAt;

  useEffect(() => {
    if (newest === undefined) return;
    function note() {
      if (newest === undefined || document.visibilityState !== 'visible') return;
      void markRead(db, requestId, newest, new Date()).catch(endQuietly);
    }
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [db, requestId, newest]);
}

/** Announces what happens in the thread while the page is open; it is shown below, and nothing on the page moves. */
function useThreadNews({ state, kind }: RequestRow, thread: Thread | undefined): void {
  const { t } = useTranslation('thread');
  const heard = useRef<{ fromOffice: number; waiting: Set<string>; isWithdrawn: boolean }>(undefined);

  useEffect(() => {
    if (!thread) return;
    const fromOffice = thread.messages.filter(({ author }) => author === 'office').length;
    const waiting = new Set(thread.waiting.map(({ command }) => command.messageId));
    const before = heard.current;
    const isWithdrawn = state === 'withdrawn';
    heard.current = { fromOffice, waiting, isWithdrawn };
    if (!before) return;
    if (isWithdrawn && !before.isWithdrawn) announce(t('turn.withdrawn', ofKind(kind)));
    if (fromOffice > before.fromOffice) announce(t('messages.arrived'));
    const arrived = thread.messages.filter(isOwn).find(({ id }) => before.waiting.has(id));
    if (arrived) announce(t(`messages.done.${arrived.purpose}`));
    if (thread.drafts.some(({ id, refusal }) => refusal && before.waiting.has(id))) {
      announce(t('messages.refused'), 'assertive');
    }
  }, [state, kind, thread, t]);
}

/** The topic (or the kind, if the topic is unknown) in large letters, below the reference in small ones. */
function RequestHeading({ request }: { request: CitizenRequest }) {
  const { t } = useTranslation(['thread', 'requests']);
  const { reference, topic, kind } = request;
  return (
    <>
      <span className={styles.reference}>
        <NoWrap text={t('title', { reference, ...ofKind(kind) })} />
      </span>{' '}
      <span className={styles.topic}>
        {topic.status === 'unknown' ? t(`requests:kind.${kind}`) : <TopicWords topic={topic} />}
      </span>
    </>
  );
}

/** The part of the Navigation API that is used. In a browser without it the link leads to the top of the list. */
interface VisitedPages {
  entries(): { url: string | null }[];
  currentEntry: { index: number } | null;
}

const LIST_PATH = import.meta.env.BASE_PATH + ADDRESSES.requests;

/** Returns how many steps back in this tab's history the list was last shown; 0 if it was not. */
function stepsToList(): number {
  const { navigation } = window as { navigation?: VisitedPages };
  const here = navigation?.currentEntry?.index ?? 0;
  const before = navigation?.entries().slice(0, here) ?? [];
  const at = before.findLastIndex(({ url }) => url && new URL(url).pathname === LIST_PATH);
  return at < 0 ? 0 : at - here;
}

/** **Voltar à lista** leads to the citizen's position in the list, as the browser's back button would, across any number of pages. */
function BackToList({ words }: { words: string }) {
  const { history } = useRouter();

  function goBack(event: MouseEvent) {
    const steps = stepsToList();
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
    if (steps === 0 || opensElsewhere) return;
    event.preventDefault();
    history.go(steps);
  }

  return (
    <Link to={ADDRESSES.requests} onClick={goBack}>
      {words}
    </Link>
  );
}
