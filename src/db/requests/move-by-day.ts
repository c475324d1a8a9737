import { serverDay } from '../../../domain/lisbon-date.ts';
import { inboxGroupOf } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { regroup } from '../core/counters.ts';
import { addToMetadata, readMetadata, readSyncState } from '../core/metadata.ts';
import type { RequestRow } from '../core/schema.ts';

/** Returns the day in Lisbon by the server's clock, yyyy-mm-dd. */
async function readToday(db: CitizenDatabase, now: Date): Promise<string> {
  return serverDay(now, (await readSyncState(db)).clockOffsetMs);
}

/**
 * Finds the requests that belong to another group because a day has passed, without any change at the server: those about whose answer the citizen
 * may ask no more, and those with a reminder that is due.
 */
export async function listMovedByDay(db: CitizenDatabase, now: Date): Promise<RequestRow[]> {
  const today = await readToday(db, now);
  const reminded = await db.requests
    .where('id')
    .anyOf(await readMetadata(db, 'reminded'))
    .toArray();
  const over = await db.requests
    .where('[group+askAgainUntil]')
    .between(['inProgress', ''], ['inProgress', today], true, false)
    .toArray();
  const each = new Map([...reminded, ...over].map((request) => [request.id, request]));
  return [...each.values()].filter((row) => row.group !== inboxGroupOf(row, row.unread === 1, today));
}

/** Moves the requests of `listMovedByDay` to their new groups. */
export async function moveByDay(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.requests, db.counters, db.metadata, async () =>
    regroup(db, await listMovedByDay(db, now), await readToday(db, now)),
  );
}

/** *Lembrar-me a…*: keeps the day, on this device alone. `undefined` removes the reminder. */
export async function setReminder(
  db: CitizenDatabase,
  requestId: string,
  remindOn: string | undefined,
  now: Date,
): Promise<void> {
  await db.transaction('rw', db.requests, db.counters, db.metadata, async () => {
    await addToMetadata(db, 'reminded', requestId);
    await db.requests
      .where('id')
      .equals(requestId)
      .modify((request) => {
        if (remindOn === undefined) delete request.remindOn;
        else request.remindOn = remindOn;
      });
    await regroup(db, await db.requests.where('id').equals(requestId).toArray(), await readToday(db, now));
  });
}
