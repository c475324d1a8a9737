import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Longer than any answer of the database takes, and shorter than anything that is kept for a time. */
const APART_MAX_MS = 10 * 60_000;

export async function readDatabaseClock(db: Db): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from statement_timestamp()) * 1000)::float8 as ms`.execute(db);
  return Number(rows[0]?.ms);
}

/** Returns a sentence when a process's clock is not near the database's: by a clock that is years ahead everything would have been kept for long enough. */
export function judgeClock(ownMs: number, databaseMs: number): string | null {
  if (Math.abs(ownMs - databaseMs) <= APART_MAX_MS) return null;
  const [own, other] = [ownMs, databaseMs].map((ms) => new Date(ms).toISOString());
  return `It is ${own} here, and ${other} at the database. Set the clock that is wrong: what is kept for a time would be deleted by it.`;
}
