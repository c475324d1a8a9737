import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Recorded } from '../db/office-tables.ts';
import type { Db } from '../db/schema.ts';

export interface RecordEntry {
  /** `clerk ana`, `token arquivo`, or `somebody`: the name that an unknown person typed may be a password. */
  who: string;
  what: Recorded;
  reference?: string;
  /** What else the entry tells: the file, whose NISS, the clerk who gets the request, or the kind and number of what was sought. */
  about?: string;
}

export interface KeptEntry extends Pick<RecordEntry, 'who' | 'what'> {
  id: number;
  /** The instant in ms, by the office's clock. */
  at: number;
  reference: string | null;
  about: string | null;
}

export interface RecordQuery {
  /** A clerk's user name or a token's name. */
  by?: string | undefined;
  reference?: string | undefined;
  /** Only entries older than the one with this id. */
  before?: number | undefined;
}

/** Writes the entry before anything is shown, so that nobody has seen what is not in the record. */
export async function record({ clocks }: Pick<Context, 'clocks'>, db: Db, entry: RecordEntry): Promise<void> {
  await db
    .insertInto('officeRecord')
    .values({ reference: null, about: null, ...entry, at: clocks.officeNow() })
    .execute();
}

/** Returns the newest entries first. */
export async function readRecord(
  db: Db,
  { by, reference, before }: RecordQuery,
  limit: number,
): Promise<KeptEntry[]> {
  let query = db.selectFrom('officeRecord').selectAll();
  if (by !== undefined) query = query.where('who', 'in', [`clerk ${by}`, `token ${by}`]);
  if (reference !== undefined) query = query.where('reference', '=', reference);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** The database lets rows of the record go only by this function. */
export async function forgetRecord(db: Db, beforeMs: number): Promise<void> {
  await sql`select forget_office_record(${beforeMs})`.execute(db);
}
