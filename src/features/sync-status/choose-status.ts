import type { SyncFacts } from '../../db/facts.ts';

export type LineStatus =
  | { kind: 'offline' }
  | { kind: 'signInToSend'; count: number }
  | { kind: 'serverDown'; nextAttemptAt: string | null }
  | { kind: 'sending'; count: number };

export interface Circumstances {
  /** What the browser says; only its no is believed. */
  online: boolean;
  sessionEnded: boolean;
  sync: Pick<SyncFacts, 'connection' | 'nextAttemptAt'>;
  waiting: number;
  sending: number;
}

/** The one thing worth saying, or nothing: what keeps words from being sent comes before what goes well. */
export function chooseStatus(now: Circumstances): LineStatus | null {
  const { connection, nextAttemptAt } = now.sync;
  if (!now.online || connection === 'noConnection') return { kind: 'offline' };
  const isSignedOut = now.sessionEnded || connection === 'signedOut';
  if (isSignedOut) return now.waiting > 0 ? { kind: 'signInToSend', count: now.waiting } : null;
  if (connection === 'serverDown') return { kind: 'serverDown', nextAttemptAt };
  return now.sending > 0 ? { kind: 'sending', count: now.sending } : null;
}
