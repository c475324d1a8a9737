import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** More than are given between two backups. */
const NUMBERS_LEFT_OUT = 10_000;

/** Another in each row. */
const newEpoch = sql<string>`substr(md5(random()::text), 1, 8)`;

/**
 * What is restored is the past, and devices and the office's programs have heard of what came after: they ask for their feed from its beginning,
 * everybody signs in again, clerks too, and no reference that somebody has been told is given to another request.
 */
export async function settleRestored(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('citizens').set({ feedEpoch: newEpoch }).execute();
    await tx.updateTable('officeFeed').set({ epoch: newEpoch }).execute();
    await tx.deleteFrom('clerkSessions').execute();
    await tx.updateTable('sessions').set({ stage: 'ended' }).where('stage', '=', 'signedIn').execute();
    await tx.deleteFrom('waitingSignIns').execute();
    await sql`select setval('reference_numbers', nextval('reference_numbers') + ${NUMBERS_LEFT_OUT}::int)`.execute(
      tx,
    );
  });
}
