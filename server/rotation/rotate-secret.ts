import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import type { Seal } from '../seal.ts';
import { doesSealFit, findAnySealed, type Sealed } from '../seal-fits.ts';
import { FORGOTTEN_TABLES, SEALED_COLUMNS, type SealedColumn } from './fates.ts';

/** In one statement: the rows of a table may be more than a process holds. */
const ROWS_AT_ONCE = 500;

export interface Seals {
  before: Seal;
  after: Seal;
}

/** `isDone`: all of it is under the second secret already, as where an earlier rotation was interrupted behind its end. */
export type Rotation =
  | { status: 'rotated'; rows: Record<string, number> }
  | { status: 'isDone' }
  | { status: 'otherSecret' }
  | { status: 'inUse'; by: number };

/** All that the secret has sealed, or by which something is found, as if it had been the other one from the beginning; or nothing. */
export function rotateSecret(db: Db, seals: Seals): Promise<Rotation> {
  return db.transaction().execute(async (tx) => {
    // Of two at once the second finds it done; a server that starts meanwhile waits, and finds that its secret is not the one.
    await sql`lock table citizens, identities, receipt_keys in access exclusive mode`.execute(tx);
    const by = await countOthers(tx);
    if (by > 0) return { status: 'inUse', by };
    const any = await findAnySealed(tx);
    if (!doesSealFit(seals.before, any))
      return { status: doesSealFit(seals.after, any) ? 'isDone' : 'otherSecret' };
    const rows: Record<string, number> = { 'identities.nissHash': await findAnew(tx, seals) };
    for (const each of SEALED_COLUMNS) rows[`${each.table}.${each.column}`] = await sealAnew(tx, seals, each);
    for (const table of FORGOTTEN_TABLES) await sql`delete from ${sql.table(table)}`.execute(tx);
    return { status: 'rotated', rows };
  });
}

/** Whoever else is connected as we are: a process that knows the secret of before would go on with it. */
async function countOthers(tx: Tx): Promise<number> {
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`.execute(tx);
  return rows[0]?.others ?? 0;
}

function sealAnew(tx: Tx, { before, after }: Seals, of: SealedColumn): Promise<number> {
  const [table, column, owner] = [
    sql.table(of.table),
    sql.ref(of.column),
    sql.ref(`${of.table}.${of.owner}`),
  ];
  return eachPage(tx, of, (page) => {
    const anew = page.map((row) => {
      const sealed = after.seal(before.open(row.sealed, row.owner), row.owner);
      return sql`(${row.owner}::text, ${sealed}::bytea)`;
    });
    return sql`update ${table} set ${column} = anew.sealed from (values ${sql.join(anew)}) as anew (owner, sealed)
      where ${owner} = anew.owner returning 1`;
  });
}

/** By the NISS that is sealed beside it, under the first secret still. */
function findAnew(tx: Tx, { before, after }: Seals): Promise<number> {
  return eachPage(tx, { table: 'citizens', column: 'nissSealed', owner: 'id' }, (page) => {
    const anew = page.map(({ owner, sealed }) => {
      const niss = before.open(sealed, owner);
      return sql`(${owner}::text, ${before.fingerprint(niss)}::bytea, ${after.fingerprint(niss)}::bytea)`;
    });
    return sql`update identities set niss_hash = anew.after from (values ${sql.join(anew)}) as anew (owner, before, after)
      where citizen_id = anew.owner and niss_hash = anew.before returning 1`;
  });
}

/** Answers how many rows were written: all that were read, or it throws. */
async function eachPage(
  tx: Tx,
  { table, column, owner }: SealedColumn,
  write: (page: Sealed[]) => RawBuilder<unknown>,
): Promise<number> {
  const [from, key, bytes] = [sql.table(table), sql.ref(owner), sql.ref(column)];
  let written = 0;
  let last = '';
  for (;;) {
    const { rows } = await sql<Sealed>`select ${key} as owner, ${bytes} as sealed from ${from}
      where ${bytes} is not null and ${key} > ${last} order by ${key} limit ${ROWS_AT_ONCE}`.execute(tx);
    if (rows.length === 0) return written;
    const changed = await write(rows).execute(tx);
    if (changed.rows.length !== rows.length)
      throw new Error(`Of ${rows.length} rows of ${table}.${column} ${changed.rows.length} were written`);
    written += rows.length;
    last = rows.at(-1)?.owner ?? '';
  }
}
