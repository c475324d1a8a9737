import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import { readSyncState, type SyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, WaitReason } from '../../db/core/schema.ts';
import { formatTime } from '../../lib/format-date.ts';
import { useOnline } from '../../parts/use-online.ts';
import { useSession } from '../../state/session.ts';

/** Why an entry is still here, and when the next try is. */
export function WaitingReason({ entry }: { entry: OutboxRow }) {
  const { t, i18n } = useTranslation('sync');
  const { reason, nextAttemptAt } = useWhyWaiting(entry);
  const time = nextAttemptAt && formatTime(new Date(nextAttemptAt).toISOString(), i18n.language);
  return (
    <p>
      {t(`reason.${reason}`, { name: entry.missingFileName ?? '' })}
      {time && ` ${t('nextAttempt', { time })}`}
    </p>
  );
}

export function useWhyWaiting(entry: OutboxRow) {
  const online = useOnline();
  const sessionEnded = useSession((session) => session.status === 'ended');
  const connection = useQuery(readSyncState)?.connection ?? 'unknown';
  return whyWaiting(entry, { online, sessionEnded, connection, nowMs: Date.now() });
}

interface Circumstances {
  /** What the browser says; only its no is believed. */
  online: boolean;
  sessionEnded: boolean;
  connection: SyncState['connection'];
  /** Milliseconds since the epoch. */
  nowMs: number;
}

/** The truth about one entry, which may be older than what is known of the connection. */
export function whyWaiting(entry: OutboxRow, circumstances: Circumstances) {
  const reason = reasonOf(entry, circumstances);
  // Only these two pass by themselves; the others wait for somebody.
  const passes = reason === 'serverDown' || reason === 'noConnection';
  const isSet = passes && entry.nextAttemptAt > circumstances.nowMs;
  // Milliseconds since the epoch; null where no next try is set, or it is due.
  return { reason, nextAttemptAt: isSet ? entry.nextAttemptAt : null };
}

function reasonOf(
  { sending, waitReason }: OutboxRow,
  { online, sessionEnded, connection }: Circumstances,
): WaitReason | 'sending' {
  if (sending === 1) return 'sending';
  if (waitReason === 'missingBytes') return waitReason;
  if (!online) return 'noConnection';
  if (sessionEnded || connection === 'signedOut') return 'signedOut';
  const isUntried = waitReason === 'new';
  if (isUntried && (connection === 'noConnection' || connection === 'serverDown')) return connection;
  return waitReason;
}
