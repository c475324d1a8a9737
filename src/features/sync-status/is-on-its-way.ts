import type { SyncState } from '../../db/core/metadata.ts';
import type { OutboxRow, SendingProgressRow } from '../../db/core/schema.ts';
import { useOnline } from '../../parts/use-online.ts';
import { useIsPast } from './use-is-past.ts';

/** The time without an answer after which the page stops saying that the request is being sent. */
const ANSWER_MS = 10_000;

export interface Sending {
  entry: OutboxRow;
  progress: SendingProgressRow | undefined;
  connection: SyncState['connection'];
}

/**
 * Whether nothing speaks against **A enviar o pedido**, which is shown from the press on. After a failed attempt it is false until bytes move again, so that
 * the page does not change with each attempt. Failures of other entries do not count. `online` is what the browser says: only a false is believed.
 */
export function isOnItsWay({ entry, connection }: Sending, online: boolean): boolean {
  const isCut = !online || connection === 'noConnection';
  return !isCut && entry.waitReason === 'new';
}

/** The instant by which the server's next answer is due, in milliseconds since the epoch. */
export function answerDueAt({ entry, progress }: Sending, nowMs: number): number {
  const lastSignMs = Math.max(Date.parse(entry.queuedAt), progress?.notedAt ?? 0);
  // Without this, a clock that was set back would make the wait endless.
  return Math.min(lastSignMs, nowMs) + ANSWER_MS;
}

/** Whether the page may say that a request or message is on its way: nothing speaks against it, and no answer is overdue. */
export function useIsOnItsWay(sending: Sending): boolean {
  const online = useOnline();
  const isLate = useIsPast(answerDueAt(sending, Date.now()));
  return !isLate && isOnItsWay(sending, online);
}
