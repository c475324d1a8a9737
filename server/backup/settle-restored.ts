import { sql } from 'kysely';
import { UNENDED } from '../../domain/session-life.ts';
import { forgetWaysIn } from '../clerks/clerks.ts';
import { migrate } from '../db/migrate.ts';
import type { Db } from '../db/schema.ts';
import { forgetTokens } from '../office-api/tokens.ts';
import { settle } from './unsettled.ts';

/** More than are given between two backups. */
const NUMBERS_LEFT_OUT = 10_000;

/** Another in each row. */
const newEpoch = sql<string>`substr(md5(random()::text), 1, 8)`;

/** Who was let in at the time of the backup, by their names, and has to be let in anew. */
export interface GivenUp {
  clerks: string[];
  tokens: string[];
}

/**
 * What is restored is the past, and devices and the office's programs have heard of what came after: they ask for their feed from its beginning,
 * everybody signs in again, clerks too, and nothing that somebody has been told is given to something else: no reference, no tag of a draft, no
 * number of what the office hears. What may have been taken back since then opens nothing: no session, no clerk's password, no program's token.
 */
export async function settleRestored(db: Db): Promise<GivenUp> {
  await migrate(db);
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('citizens')
      .set((row) => ({ feedEpoch: newEpoch, lastSequence: row('lastSequence', '+', NUMBERS_LEFT_OUT) }))
      .execute();
    await tx.updateTable('officeFeed').set({ epoch: newEpoch }).execute();
    await tx.updateTable('sessions').set({ stage: 'ended' }).where('stage', 'in', UNENDED).execute();
    await tx.deleteFrom('pushSubscriptions').execute();
    await tx.deleteFrom('waitingSignIns').execute();
    await tx.deleteFrom('recoveries').execute();
    await tx.deleteFrom('cmdStates').execute();
    for (const numbers of [sql`'reference_numbers'`, sql`pg_get_serial_sequence('office_news', 'id')`])
      await sql`select setval(${numbers}, nextval(${numbers}) + ${NUMBERS_LEFT_OUT}::int)`.execute(tx);
    await settle(tx);
    return { clerks: await forgetWaysIn(tx), tokens: await forgetTokens(tx) };
  });
}
