import type { CitizenDatabase } from '../core/citizen-database.ts';
import { regroup } from '../core/counters.ts';
import { addToMetadata } from '../core/metadata.ts';
import { readToday } from './move-by-day.ts';

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
