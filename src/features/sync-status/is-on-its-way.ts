import type { SyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, SendingProgressRow } from '../../db/core/schema.ts';

/** After so long without an answer nobody should go on believing that it is being sent. */
const ANSWER_MS = 10_000;

export interface Sending {
  entry: OutboxRow;
  progress: SendingProgressRow | undefined;
  connection: SyncState['connection'];
}

interface Surroundings {
  /** What the browser says; only its no is believed. */
  online: boolean;
  sessionEnded: boolean;
}

/**
 * Whether nothing speaks against its being sent: then *A enviar o pedido* stands, from the press on. That it has failed stands until bytes
 * move again, however often it is tried: what is said is not taken back with every try. That others found the server away is no failure yet.
 */
export function isOnItsWay({ entry, connection }: Sending, { online, sessionEnded }: Surroundings): boolean {
  const isCut = !online || connection === 'noConnection';
  const isSignedOut = sessionEnded || connection === 'signedOut';
  return !isCut && !isSignedOut && entry.waitReason === 'new';
}

/** Until when the next answer should have come, in milliseconds since the epoch. */
export function answerDueAt({ entry, progress }: Sending, nowMs: number): number {
  const lastSignMs = Math.max(Date.parse(entry.queuedAt), progress?.notedAt ?? 0);
  // A clock that was set back would make the wait endless.
  return Math.min(lastSignMs, nowMs) + ANSWER_MS;
}
