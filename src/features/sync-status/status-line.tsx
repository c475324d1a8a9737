import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readSyncState, type SyncState } from '../../db/core/metadata.ts';
import { isRequestEntry } from '../../db/outbox/commands.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { formatTime } from '../../lib/format-date.ts';
import { useOnline } from '../../parts/use-online.ts';
import { useSession } from '../../state/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice, type Tone } from '../../ui/notice.tsx';

type LineStatus =
  | { kind: 'offline' }
  | ({ kind: 'signInToSend' } & Amount)
  | { kind: 'serverDown'; nextAttemptAt: string | null }
  | ({ kind: 'sending' } & Amount);

interface Amount {
  count: number;
  /** Messages, a withdrawal or a rating are among them: they are not counted as requests. */
  isMixed: boolean;
}

export interface Circumstances {
  /** What the browser says; only its no is believed. */
  online: boolean;
  sessionEnded: boolean;
  sync: Pick<SyncState, 'connection' | 'nextAttemptAt'>;
  waiting: number;
  sending: number;
  isMixed: boolean;
}

/** Offline is not an error: grey. */
const TONES: Record<LineStatus['kind'], Tone> = {
  offline: 'offline',
  signInToSend: 'warning',
  serverDown: 'warning',
  sending: 'info',
};

async function readSyncSummary(db: CitizenDatabase) {
  const [sync, entries] = await Promise.all([readSyncState(db), listWaiting(db)]);
  return {
    sync,
    waiting: entries.length,
    sending: entries.filter((entry) => entry.sending === 1).length,
    isMixed: !entries.every(isRequestEntry),
  };
}

/** How it stands with the connection and with what waits; nothing while there is nothing to say. */
export function StatusLine() {
  const online = useOnline();
  const sessionEnded = useSession((session) => session.status === 'ended');
  const summary = useQuery(readSyncSummary);
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
  switch (status.kind) {
    case 'offline':
      return t('line.offline');
    case 'serverDown':
      return status.nextAttemptAt
        ? t('line.serverDownUntil', { time: formatTime(status.nextAttemptAt, i18n.language) })
        : t('line.serverDown');
    case 'signInToSend':
      return status.isMixed ? t('line.signInToSendAll') : t('line.signInToSend', { count: status.count });
    case 'sending':
      return status.isMixed ? t('line.sendingAll') : t('line.sending', { count: status.count });
  }
}

/** The one thing worth saying, or nothing: what keeps words from being sent comes before what goes well. */
export function chooseStatus(now: Circumstances): LineStatus | null {
  const { isMixed } = now;
  const { connection, nextAttemptAt } = now.sync;
  if (!now.online || connection === 'noConnection') return { kind: 'offline' };
  const isSignedOut = now.sessionEnded || connection === 'signedOut';
  if (isSignedOut) return now.waiting > 0 ? { kind: 'signInToSend', count: now.waiting, isMixed } : null;
  if (connection === 'serverDown') return { kind: 'serverDown', nextAttemptAt };
  return now.sending > 0 ? { kind: 'sending', count: now.sending, isMixed } : null;
}
