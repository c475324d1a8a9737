import { serverDay } from '../../../domain/lisbon-date.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { regroup } from '../core/counters.ts';
import { addToMetadata, readMetadata, readSyncState } from '../core/metadata.ts';

/** *Lembrar-me a…*: keeps the day on this device alone. Undefined takes the reminder away. */
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

/** Moves the requests whose day has come to what needs the citizen: nothing that the server says tells so. */
export async function raiseReminders(db: CitizenDatabase, now: Date): Promise<void> {
  const ids = await readMetadata(db, 'reminded');
  if (ids.length === 0) return;
  await db.transaction('rw', db.requests, db.counters, db.metadata, async () => {
    await regroup(db, await db.requests.where('id').anyOf(ids).toArray(), await readToday(db, now));
  });
}

async function readToday(db: CitizenDatabase, now: Date): Promise<string> {
  return serverDay(now, (await readSyncState(db)).clockOffsetMs);
}
