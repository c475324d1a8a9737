import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Sooner than whoever asks gives up. */
const ANSWERS_WITHIN_MS = 2000;

/** Whether the database answers. That its tables are as this version knows them is certain: the server listens only after that. */
export async function isDatabaseThere(db: Db, withinMs = ANSWERS_WITHIN_MS): Promise<boolean> {
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, wait(withinMs, false, { ref: false })]);
}
