import { sql } from 'kysely';
import { UNENDED } from '../../domain/session-life.ts';
import { forgetWaysIn } from '../clerks/clerks.ts';
import { migrate } from '../db/migrate.ts';
import type { Db } from '../db/schema.ts';
import { stopSending } from '../office/stop-sending.ts';
import { forgetTokens } from '../office-api/tokens.ts';
import { settle } from './unsettled.ts';

/** How many numbers a restore leaves out: more than are given since a backup of some days ago, on the busiest days that docs/scaling.md reckons with. */
const NUMBERS_LEFT_OUT = 1_000_000;

/** A random text, another one in each row. */
const newEpoch = sql<string>`substr(md5(random()::text), 1, 8)`;

/** The user names of clerks and the names of tokens that had access at the time of the backup and have to be given it anew. */
export interface GivenUp {
  clerks: string[];
  tokens: string[];
}

/**
 * A restored database is of the past, and devices and the office's programs have heard of what came after. So they ask for their feed from its
 * beginning, everybody signs in again, and no reference, no ETag of a draft and no number of the office's news is given twice. What may have been
 * withdrawn since the backup opens nothing: no session, no clerk's password, no program's token. What clerks had on its way may have been taken back since, so
 * it is not sent. More likely it was sent, so they are told that it may have arrived. Returns a sentence, and settles nothing, where the backup is of a newer
 * version with more ways in than this one knows.
 */
export async function settleRestored(db: Db): Promise<GivenUp | string> {
  const tooNew = await migrate(db);
  if (tooNew !== null) return tooNew;
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
    await stopSending(tx, 'restored', null);
    for (const numbers of [sql`'reference_numbers'`, sql`pg_get_serial_sequence('office_news', 'id')`])
      await sql`select setval(${numbers}, nextval(${numbers}) + ${NUMBERS_LEFT_OUT}::int)`.execute(tx);
    await settle(tx);
    return { clerks: await forgetWaysIn(tx), tokens: await forgetTokens(tx) };
  });
}
