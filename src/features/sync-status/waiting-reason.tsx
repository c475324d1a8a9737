import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../shared/format-date.ts';
import { readSyncState, type SyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, WaitReason } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { isHeld, listEntries } from '../../db/outbox/outbox.ts';
import { useOnline } from '../../parts/use-online.ts';
import { SOON_MS, useIsPast } from './use-is-past.ts';

interface WaitingReasonProps {
  entry: OutboxRow;
  /** Whether the entry should have been sent by now: the reason then does not say that it is being sent. */
  isLate?: boolean;
  /** The connection, where it was read before this is drawn. */
  known?: SyncState['connection'];
}

/** Says why an entry waits, and when the next attempt is. */
export function WaitingReason({ entry, isLate = false, known = 'unknown' }: WaitingReasonProps) {
  const { t, i18n } = useTranslation('sync');
  const online = useOnline();
  const { requestId } = entry;
  const connection = useQuery(readSyncState)?.connection ?? known;
  const entries = useQuery((db) => listEntries(db, requestId), [requestId]) ?? [];
  const isBehind = isHeld(entry, entries);
  const why = whyWaiting(entry, { online, connection, isLate, isBehind, nowMs: Date.now() });
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
  /** What the browser says: only a false is believed. */
  online: boolean;
  connection: SyncState['connection'];
  isLate?: boolean;
  /** Whether another entry of the request goes first. */
  isBehind?: boolean;
  /** The present time, in milliseconds since the epoch. */
  nowMs: number;
}

/** Returns the reason why an entry waits. The entry's own reason may be older than the state of the connection. */
export function whyWaiting(entry: OutboxRow, circumstances: Circumstances) {
  const reason = reasonOf(entry, circumstances);
  // These reasons pass by themselves; with the others the entry waits for somebody to act.
  const passes = reason === 'serverDown' || reason === 'noConnection' || reason === 'dayLimit';
  const isSet = passes && entry.nextAttemptAt > circumstances.nowMs;
  // In milliseconds since the epoch; null if no attempt is set or if it is due.
  return { reason, nextAttemptAt: isSet ? entry.nextAttemptAt : null };
}

function reasonOf(
  { sending, waitReason }: OutboxRow,
  { online, connection, isLate = false, isBehind = false }: Circumstances,
): WaitReason | 'sending' | 'late' | 'behind' {
  if (sending === 1 && !isLate) return 'sending';
  // No connection alone helps with these.
  if (waitReason === 'missingBytes' || waitReason === 'signedOut') return waitReason;
  if (!online) return 'noConnection';
  const isUntried = isBehind || waitReason === 'new';
  if (isUntried && (connection === 'noConnection' || connection === 'serverDown')) return connection;
  if (isBehind) return 'behind';
  return isUntried && isLate ? 'late' : waitReason;
}
