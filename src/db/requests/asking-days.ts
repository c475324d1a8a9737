import { serverDay } from '../../../domain/lisbon-date.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { regroup } from '../core/counters.ts';
import { readSyncState } from '../core/metadata.ts';

/** Moves answers to the finished requests whose last day for a question has passed: nothing that the server says tells so. */
export async function endAskingDays(db: CitizenDatabase, now: Date): Promise<void> {
  const { clockOffsetMs } = await readSyncState(db);
  const today = serverDay(now, clockOffsetMs);
  const over = db.requests
    .where('[group+askAgainUntil]')
    .between(['inProgress', ''], ['inProgress', today], true, false);
  if ((await over.count()) === 0) return;
  await db.transaction('rw', db.requests, db.counters, async () => regroup(db, await over.toArray(), today));
}
