import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../shared/format-date.ts';
import { readSyncState, type SyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, WaitReason } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { useOnline } from '../../parts/use-online.ts';
import { SOON_MS, useIsPast } from './use-is-past.ts';

interface WaitingReasonProps {
  entry: OutboxRow;
  /** The entry should have been sent by now: a further attempt is not mentioned. */
  isLate?: boolean;
  /** The connection, where it was read before this is drawn. */
  known?: SyncState['connection'];
}

/** Says why an entry waits, and when the next attempt is. */
export function WaitingReason({ entry, isLate = false, known = 'unknown' }: WaitingReasonProps) {
  const { t, i18n } = useTranslation('sync');
  const online = useOnline();
  const connection = useQuery(readSyncState)?.connection ?? known;
  const why = whyWaiting(entry, { online, connection, isLate, nowMs: Date.now() });
  const { reason, nextAttemptAt } = why;
  const isSoon = useIsPast((nextAttemptAt ?? 0) - SOON_MS);
  const hasNext = nextAttemptAt !== null || reason === 'serverDown';
  const time = formatTime(new Date(nextAttemptAt ?? 0).toISOString(), i18n.language);
  return (
    <p>
      {t(`reason.${reason}`, { name: entry.missingFileName ?? '' })}
      {hasNext && ` ${isSoon ? t('nextAttemptSoon') : t('nextAttempt', { time })}`}
    </p>
  );
}

interface Circumstances {
  /** What the browser says; only its no is believed. */
  online: boolean;
  connection: SyncState['connection'];
  isLate?: boolean;
  /** Milliseconds since the epoch. */
  nowMs: number;
}

/** The reason why an entry waits. The entry's own reason may be older than the state of the connection. */
export function whyWaiting(entry: OutboxRow, circumstances: Circumstances) {
  const reason = reasonOf(entry, circumstances);
  // Only these pass by themselves; the others wait for somebody.
  const passes = reason === 'serverDown' || reason === 'noConnection' || reason === 'dayLimit';
  const isSet = passes && entry.nextAttemptAt > circumstances.nowMs;
  // Milliseconds since the epoch; null where no next try is set, or it is due.
  return { reason, nextAttemptAt: isSet ? entry.nextAttemptAt : null };
}

function reasonOf(
  { sending, waitReason }: OutboxRow,
  { online, connection, isLate = false }: Circumstances,
): WaitReason | 'sending' | 'late' {
  if (sending === 1 && !isLate) return 'sending';
  if (waitReason === 'missingBytes') return waitReason;
  if (!online) return 'noConnection';
  const isUntried = waitReason === 'new';
  if (isUntried && (connection === 'noConnection' || connection === 'serverDown')) return connection;
  return isUntried && isLate ? 'late' : waitReason;
}
