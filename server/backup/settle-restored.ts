import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** More than are given between two backups. */
const NUMBERS_LEFT_OUT = 10_000;

/** Another in each row. */
const newEpoch = sql<string>`substr(md5(random()::text), 1, 8)`;

/**
 * What is restored is the past, and devices and the office's programs have heard of what came after: they ask for their feed from its beginning,
 * everybody signs in again, clerks too, and nothing that somebody has been told is given to something else: no reference, no tag of a draft, no
 * number of what the office hears.
 */
export async function settleRestored(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('citizens')
      .set((row) => ({ feedEpoch: newEpoch, lastSequence: row('lastSequence', '+', NUMBERS_LEFT_OUT) }))
      .execute();
    await tx.updateTable('officeFeed').set({ epoch: newEpoch }).execute();
    await tx.deleteFrom('clerkSessions').execute();
    await tx.updateTable('sessions').set({ stage: 'ended' }).where('stage', '=', 'signedIn').execute();
    await tx.deleteFrom('waitingSignIns').execute();
    for (const numbers of [sql`'reference_numbers'`, sql`pg_get_serial_sequence('office_news', 'id')`])
      await sql`select setval(${numbers}, nextval(${numbers}) + ${NUMBERS_LEFT_OUT}::int)`.execute(tx);
  });
}
