import type { SyncState } from '../../db/core/metadata.ts';

export type LineStatus =
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
