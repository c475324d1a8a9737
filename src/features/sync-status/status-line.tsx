import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState, type SyncState } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { isRequestEntry } from '../../db/outbox/commands.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { hasRequest } from '../../db/requests/has-request.ts';
import { formatTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useOnline } from '../../parts/use-online.ts';
import { useSession } from '../../state/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice, type Tone } from '../../ui/notice.tsx';
import { SOON_MS, useIsPast } from './use-is-past.ts';

type LineStatus =
  /** `mayWrite`: on the page where it stands. */
  | { kind: 'offline'; mayWrite: boolean }
  /** `isMixed`: messages, a withdrawal or a rating are among them, which are not counted as requests. */
  | { kind: 'signInToSend'; count: number; isMixed: boolean }
  | { kind: 'serverDown'; nextAttemptAt: string | null };

export interface Circumstances {
  /** What the browser says; only its no is believed. */
  online: boolean;
  sessionEnded: boolean;
  sync: Pick<SyncState, 'connection' | 'nextAttemptAt'>;
  waiting: number;
  mayWrite: boolean;
  isSaid: boolean;
  isMixed: boolean;
}

/** Offline is not an error: grey. */
const TONES: Record<LineStatus['kind'], Tone> = {
  offline: 'offline',
  signInToSend: 'warning',
  serverDown: 'warning',
};

async function readSyncSummary(db: CitizenDatabase, path: string) {
  const [sync, entries, isAtServer] = await Promise.all([
    readSyncState(db),
    listWaiting(db),
    hasRequest(db, path.slice(`${ADDRESSES.requests}/`.length)),
  ]);
  return {
    sync,
    waiting: entries.length,
    // The page of what waits says by itself that it does, and why.
    isSaid: entries.some((entry) => isRequestEntry(entry) && path.endsWith(entry.requestId)),
    // A draft, or a reply to what the server has already.
    mayWrite: path.startsWith(`${ADDRESSES.guestDrafts}/`) || isAtServer,
    isMixed: !entries.every(isRequestEntry),
  };
}

/** What keeps words from being sent; nothing while all goes well, so that no page is pushed about by what passes in a moment. */
export function StatusLine({ path }: { path: string }) {
  const online = useOnline();
  const sessionEnded = useSession((session) => session.status === 'ended');
  const summary = useQuery((db) => readSyncSummary(db, path), [path]);
  const status = summary ? chooseStatus({ online, sessionEnded, ...summary }) : null;
  return status && <Line key={status.kind} status={status} />;
}

function Line({ status }: { status: LineStatus }) {
  const sentence = useSentence(status);
  const isAnnounced = useRef(false);

  // The line is made anew for each kind of status. To hear each new time of the next try would be chatter.
  useEffect(() => {
    if (isAnnounced.current) return;
    isAnnounced.current = true;
    announce(sentence);
  }, [sentence]);

  return (
    <Notice tone={TONES[status.kind]}>
      <p>{sentence}</p>
    </Notice>
  );
}

function useSentence(status: LineStatus): string {
  const { t, i18n } = useTranslation('sync');
  const nextAttemptAt = status.kind === 'serverDown' ? (status.nextAttemptAt ?? '') : '';
  const isSoon = useIsPast(Date.parse(nextAttemptAt) - SOON_MS);
  switch (status.kind) {
    case 'offline':
      return t(status.mayWrite ? 'line.offlineWriting' : 'line.offline');
    case 'serverDown':
      return isSoon
        ? t('line.serverDown')
        : t('line.serverDownUntil', { time: formatTime(nextAttemptAt, i18n.language) });
    case 'signInToSend':
      return status.isMixed ? t('line.signInToSendAll') : t('line.signInToSend', { count: status.count });
  }
}

/** The one thing worth saying, or nothing. */
export function chooseStatus(now: Circumstances): LineStatus | null {
  const { isMixed } = now;
  const { connection, nextAttemptAt } = now.sync;
  if (!now.online || connection === 'noConnection') return { kind: 'offline', mayWrite: now.mayWrite };
  const isSignedOut = now.sessionEnded || connection === 'signedOut';
  if (isSignedOut) return now.waiting > 0 ? { kind: 'signInToSend', count: now.waiting, isMixed } : null;
  return connection === 'serverDown' && !now.isSaid ? { kind: 'serverDown', nextAttemptAt } : null;
}
