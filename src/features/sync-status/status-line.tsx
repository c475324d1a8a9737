import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../shared/format-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readSyncState, type SyncState } from '../../db/core/metadata.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { isRequestEntry } from '../../db/outbox/commands.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useOnline } from '../../parts/use-online.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice, type Tone } from '../../ui/notice.tsx';
import { SOON_MS, useIsPast } from './use-is-past.ts';

type LineStatus =
  | { kind: 'offline' }
  /** `isMixed`: other commands than requests wait too, so the text does not say *pedidos*. */
  | { kind: 'signInToSend'; count: number; isMixed: boolean }
  | { kind: 'serverDown'; nextAttemptAt: string | null };

export interface Circumstances {
  /** What the browser says: only a false is believed. */
  online: boolean;
  sync: Pick<SyncState, 'connection' | 'nextAttemptAt'>;
  /** The number of entries that wait for the sign-in. */
  waiting: number;
  isSaid: boolean;
  isMixed: boolean;
}

async function readSyncSummary(db: CitizenDatabase) {
  const [sync, entries] = await Promise.all([readSyncState(db), listWaiting(db)]);
  return { sync, entries };
}

/** Whether the page at `path` has an editor: a draft's, or a request's with its replies. */
async function mayWriteOn(db: CitizenDatabase, path: string): Promise<boolean> {
  if (path.startsWith(`${ADDRESSES.guestDrafts}/`)) return true;
  return Boolean(await db.requests.get(path.slice(`${ADDRESSES.requests}/`.length)));
}

/** Says what keeps words from being sent. Empty while all goes well, so that a passing state does not move the page. */
export function StatusLine({ path }: { path: string }) {
  const online = useOnline();
  const summary = useQuery(readSyncSummary);
  if (!summary) return null;
  const { sync, entries } = summary;
  const waiting = entries.filter(({ waitReason }) => waitReason === 'signedOut');
  const status = chooseStatus({
    ...{ online, sync },
    waiting: waiting.length,
    // The page of a waiting request says itself why the request waits.
    isSaid: entries.some((entry) => isRequestEntry(entry) && path.endsWith(entry.requestId)),
    isMixed: !waiting.every(isRequestEntry),
  });
  if (status?.kind === 'offline') return <OfflineLine path={path} />;
  return status && <WarningLine key={status.kind} status={status} />;
}

/** The line shown without a connection. It is the only one that depends on the page. */
function OfflineLine({ path }: { path: string }) {
  const { t } = useTranslation('sync');
  const mayWrite = useQuery((db) => mayWriteOn(db, path), [path]);
  if (mayWrite === undefined) return null;
  // Grey, since having no connection is not an error.
  return <Line tone="offline" sentence={t(mayWrite ? 'line.offlineWriting' : 'line.offline')} />;
}

function WarningLine({ status }: { status: Exclude<LineStatus, { kind: 'offline' }> }) {
  const { t, i18n } = useTranslation('sync');
  const nextAttemptAt = status.kind === 'serverDown' ? (status.nextAttemptAt ?? '') : '';
  const isSoon = useIsPast(Date.parse(nextAttemptAt) - SOON_MS);
  if (status.kind === 'signInToSend') {
    const { count, isMixed } = status;
    return (
      <Line
        tone="warning"
        sentence={isMixed ? t('line.signInToSendAll') : t('line.signInToSend', { count })}
      />
    );
  }
  return (
    <Line
      tone="warning"
      sentence={
        isSoon
          ? t('line.serverDown')
          : t('line.serverDownUntil', { time: formatTime(nextAttemptAt, i18n.language) })
      }
    />
  );
}

function Line({ tone, sentence }: { tone: Tone; sentence: string }) {
  const isAnnounced = useRef(false);

  // Announced once for each kind of status, and not for each new time of the next attempt.
  useEffect(() => {
    if (isAnnounced.current) return;
    isAnnounced.current = true;
    announce(sentence);
  }, [sentence]);

  return (
    <Notice tone={tone}>
      <p>{sentence}</p>
    </Notice>
  );
}

/** Returns the most important status; null if there is nothing to say. */
export function chooseStatus(now: Circumstances): LineStatus | null {
  const { isMixed, waiting } = now;
  const { connection, nextAttemptAt } = now.sync;
  if (!now.online || connection === 'noConnection') return { kind: 'offline' };
  if (waiting > 0) return { kind: 'signInToSend', count: waiting, isMixed };
  return connection === 'serverDown' && !now.isSaid ? { kind: 'serverDown', nextAttemptAt } : null;
}
