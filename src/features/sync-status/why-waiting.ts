import type { SyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, WaitReason } from '../../db/core/schema.ts';

interface Circumstances {
  /** What the browser says; only its no is believed. */
  online: boolean;
  sessionEnded: boolean;
  connection: SyncState['connection'];
  /** Milliseconds since the epoch. */
  nowMs: number;
}

export interface Why {
  reason: WaitReason | 'sending';
  /** Milliseconds since the epoch; null where no next try is set, or it is due. */
  nextAttemptAt: number | null;
}

/** The truth about one entry, which may be older than what is known of the connection. */
export function whyWaiting(entry: OutboxRow, circumstances: Circumstances): Why {
  const reason = reasonOf(entry, circumstances);
  // Only these two pass by themselves; the others wait for somebody.
  const passes = reason === 'serverDown' || reason === 'noConnection';
  const isSet = passes && entry.nextAttemptAt > circumstances.nowMs;
  return { reason, nextAttemptAt: isSet ? entry.nextAttemptAt : null };
}

function reasonOf(
  { sending, waitReason }: OutboxRow,
  { online, sessionEnded, connection }: Circumstances,
): Why['reason'] {
  if (sending === 1) return 'sending';
  if (waitReason === 'missingBytes') return waitReason;
  if (!online) return 'noConnection';
  if (sessionEnded || connection === 'signedOut') return 'signedOut';
  const isUntried = waitReason === 'new';
  if (isUntried && (connection === 'noConnection' || connection === 'serverDown')) return connection;
  return waitReason;
}
