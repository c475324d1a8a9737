import { Navigate, useNavigate } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { turnOf } from '../../../../../../domain/request-state.ts';
import { useDatabase, useOwn } from '../../../../../db/core/database-context.ts';
import { type Profile, readProfile } from '../../../../../db/core/metadata.ts';
import type { RequestRow } from '../../../../../db/core/schema.ts';
import { endQuietly } from '../../../../../db/core/storage-errors.ts';
import { useQuery } from '../../../../../db/core/use-query.ts';
import { noteReceivedShown } from '../../../../../db/requests/requests.ts';
import { searchedWords } from '../../../../../db/search/word-forms.ts';
import { ReplyEditor } from '../../../../../features/draft-editor/reply-editor.tsx';
import { DownloadEverything } from '../../../../../features/receipt/download-everything.tsx';
import { ReceivedPage } from '../../../../../features/receipt/received-page.tsx';
import { useSearchedWords } from '../../../../../features/request-list/searched-words.ts';
import type { Thread } from '../../../../../features/request-thread/read-thread.ts';
import { RequestPage } from '../../../../../features/request-thread/request-page.tsx';
import {
  type InitialRequest,
  type RequestStage,
  readRequestStage,
} from '../../../../../features/request-thread/request-stage.ts';
import { WaitingMessage } from '../../../../../features/sync-status/waiting-message.tsx';
import { WaitingReason } from '../../../../../features/sync-status/waiting-reason.tsx';
import { WaitingRequestPage } from '../../../../../features/sync-status/waiting-request-page.tsx';
import { stepAddress } from '../../../../../parts/addresses.ts';
import { lazyPart } from '../../../../../parts/lazy-part.tsx';
import { MissingPage } from '../../../../../parts/missing-page.tsx';
import { SearchedContext } from '../../../../../parts/own-words.tsx';
import { useOwnEntry } from '../../../../../parts/use-own-entry.ts';
import { Skeleton } from '../../../../../ui/skeleton.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Whether this entry of the history shows *Pedido recebido*. */
    isReceived?: boolean;
  }
}

interface RequestPlaceProps {
  requestId: string;
  initial: InitialRequest | null;
  /** Draws the **código de consulta** of a request that has just been received. */
  renderCode?: (request: RequestRow) => ReactNode;
}

/** One address leads from *Submeter pedido* to the answer: what the database has, or `initial` at first, decides which page stands here. */
export function RequestPlace({ requestId, initial, renderCode }: RequestPlaceProps) {
  const own = useOwn(initial);
  const stage = useQuery((db) => readRequestStage(db, requestId), [requestId], own?.stage);
  const profile = useQuery(readProfile, [], own?.profile);
  if (!stage) return <NoRequest stage={undefined} />;
  switch (stage.at) {
    case 'waiting':
      return <WaitingRequestPage {...stage} />;
    case 'request':
      return (
        <SentRequest
          request={stage.request}
          thread={own?.thread}
          profile={profile ?? null}
          code={renderCode?.(stage.request)}
        />
      );
    case 'draft':
      return <Navigate to={stepAddress(stage.draft)} params={{ draftId: requestId }} replace />;
    case 'unknown':
      return <NoRequest stage={stage} />;
  }
}

function NoRequest({ stage }: { stage: Extract<RequestStage, { at: 'unknown' }> | undefined }) {
  const { t } = useTranslation('thread');
  // This stands without a heading, so that the focus waits for the page that comes.
  if (!stage) return <Skeleton label={t('loading')} />;
  const why = stage.fetched ? 'notFound' : 'fetching';
  return <MissingPage title={t(`${why}.title`)} text={t(`${why}.text`)} back={t('backToList')} />;
}

interface SentRequestProps {
  request: RequestRow;
  thread: Thread | undefined;
  profile: Profile | null;
  code: ReactNode;
}

/** A request that the server has: *Pedido recebido*, or the request's own page. */
function SentRequest({ request, thread, profile, code }: SentRequestProps) {
  const isReceivedVisit = useReceivedVisit(request);
  if (!isReceivedVisit) return <RequestView request={request} thread={thread} />;
  return (
    <ReceivedPage
      request={request}
      profile={profile}
      code={code}
      offers={
        <Suspense>
          <DeviceOffers requestId={request.id} />
        </Suspense>
      }
    />
  );
}

/**
 * Returns whether *Pedido recebido* is shown, which it is once. It stays over a reload and whatever another tab does; a citizen who comes again, or to whom
 * the office has already answered, finds the request.
 */
function useReceivedVisit(request: RequestRow): boolean {
  const db = useDatabase();
  const navigate = useNavigate();
  const isKept = useOwnEntry().isReceived === true;
  // News that comes while the citizen reads must not take the page away.
  const [cameToNews] = useState(() => hasNews(request));
  const { id } = request;
  const isJustReceived = request.justReceived === 1;

  useEffect(() => {
    if (!isJustReceived) return;
    if (!cameToNews)
      void navigate({ to: '.', replace: true, resetScroll: false, state: { isReceived: true } });
    void noteReceivedShown(db, id).catch(endQuietly);
  }, [isJustReceived, cameToNews, db, id, navigate]);

  return !cameToNews && (isJustReceived || isKept);
}

/** Whether there is more to say than *Pedido recebido* does: the office has written, or its turn is over. */
function hasNews({ lastMessageAt, state }: RequestRow): boolean {
  return lastMessageAt !== null || turnOf(state) !== 'office';
}

/** The offers stand below all that the page is read for, so their code comes late. */
const DeviceOffers = lazyPart(() => import('./-device-offers.tsx'), 'DeviceOffers');

/** The code of attachments comes with a reply: few who read an answer write one. */
const ReplyFiles = lazyPart(() => import('./-reply-files.tsx'), 'ReplyFiles');

/** The page of a request, with what other features add to it and with what was read before it is shown. */
export function RequestView({ request, thread }: { request: RequestRow; thread?: Thread | undefined }) {
  const { t } = useTranslation('attachments');
  const { words } = useSearchedWords();
  const searched = useMemo(() => searchedWords(words ?? ''), [words]);
  return (
    <SearchedContext value={searched}>
      <RequestPage
        request={request}
        initialThread={thread}
        renderEditor={(reply) => (
          <ReplyEditor
            {...reply}
            renderFiles={(files) => (
              <Suspense fallback={<Skeleton label={t('loading')} />}>
                <ReplyFiles {...files} />
              </Suspense>
            )}
          />
        )}
        prepareEditor={ReplyFiles.preload}
        renderWaiting={(entry, isAlone) => <WaitingMessage entry={entry} isAlone={isAlone} />}
        renderReason={(entry) => <WaitingReason entry={entry} />}
        download={<DownloadEverything requestId={request.id} />}
      />
    </SearchedContext>
  );
}
