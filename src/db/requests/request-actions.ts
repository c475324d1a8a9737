import type { Rating } from '../../contract/types.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { countChange } from '../core/counters.ts';
import { readRefusals } from '../core/metadata.ts';
import type { OutboxCommand, OutboxRow, RefusedAction } from '../core/schema.ts';
import { isOfType } from '../outbox/outbox.ts';
import { queueCommand } from '../outbox/queue-command.ts';
import { forgetRefusedAction } from '../outbox/refused-actions.ts';
import { withReadMark } from './unread.ts';

/** Everything about the request that waits to be sent, oldest first; how far the citizen has read is not told. */
export async function listPendingActions(db: CitizenDatabase, requestId: string): Promise<OutboxRow[]> {
  const entries = await db.outbox.where('requestId').equals(requestId).sortBy('queuedAt');
  return entries.filter((entry) => !isOfType(entry, 'markRead'));
}

async function findWaiting(
  db: CitizenDatabase,
  requestId: string,
  type: OutboxCommand['type'],
): Promise<OutboxRow[]> {
  const entries = await db.outbox.where('requestId').equals(requestId).toArray();
  return entries.filter((entry) => isOfType(entry, type));
}

/** Only the newest waits. One whose commit may be on its way stays: what becomes of it is settled by itself. */
async function replaceWaiting(
  db: CitizenDatabase,
  requestId: string,
  command: OutboxCommand,
  now: Date,
): Promise<void> {
  const older = await findWaiting(db, requestId, command.type);
  const untold = older.filter((entry) => entry.committing === 0);
  await db.outbox.bulkDelete(untold.map(({ commandId }) => commandId));
  await queueCommand(db, requestId, command, now);
}

/** *Anular pedido*. A second press, or a second tab, changes nothing. */
export async function withdrawRequest(db: CitizenDatabase, requestId: string, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.facts, db.requests, async () => {
    await forgetRefusedAction(db, requestId, 'withdraw');
    const isWithdrawn = (await db.requests.get(requestId))?.state === 'withdrawn';
    const waiting = await findWaiting(db, requestId, 'withdraw');
    if (isWithdrawn || waiting.length > 0) return;
    await queueCommand(db, requestId, { type: 'withdraw', payloadVersion: 1 }, now);
  });
}

/** The citizen thought better of withdrawing it. False once that may be on its way, or is done. */
export function keepRequest(db: CitizenDatabase, requestId: string): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const waiting = await findWaiting(db, requestId, 'withdraw');
    if (waiting.length === 0 || waiting.some((entry) => entry.committing === 1)) return false;
    await db.outbox.bulkDelete(waiting.map(({ commandId }) => commandId));
    return true;
  });
}

/** *Avaliar a resposta*; the last one counts. */
export async function rateAnswer(
  db: CitizenDatabase,
  requestId: string,
  rating: Rating,
  now: Date,
): Promise<void> {
  await db.transaction('rw', db.outbox, db.facts, async () => {
    await forgetRefusedAction(db, requestId, 'rate');
    await replaceWaiting(db, requestId, { type: 'rate', payloadVersion: 1, rating }, now);
  });
}

/** The citizen has seen all that was said up to an instant of the server's. Lists know at once, the server later. */
export async function markRead(
  db: CitizenDatabase,
  requestId: string,
  readUpTo: string,
  now: Date,
): Promise<void> {
  await db.transaction('rw', db.outbox, db.requests, db.counters, async () => {
    const before = await db.requests.get(requestId);
    if (!before || (before.readUpTo !== null && before.readUpTo >= readUpTo)) return;
    const after = withReadMark(before, readUpTo);
    await db.requests.put(after);
    await countChange(db, before, after);
    await replaceWaiting(db, requestId, { type: 'markRead', payloadVersion: 1, readUpTo }, now);
  });
}

/** What the server would not do for this request, until the citizen has read it. */
export async function readRefusedActions(db: CitizenDatabase, requestId: string): Promise<RefusedAction[]> {
  return (await readRefusals(db)).filter((one) => one.requestId === requestId);
}

export async function dismissRefusedAction(
  db: CitizenDatabase,
  requestId: string,
  command: RefusedAction['command'],
): Promise<void> {
  await db.transaction('rw', db.facts, async () => forgetRefusedAction(db, requestId, command));
}
