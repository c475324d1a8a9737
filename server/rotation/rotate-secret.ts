import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../db/schema.ts';
import type { Seal } from '../seal.ts';
import { doesSealFit, findSealed, type Sealed } from '../seal-fits.ts';
import { FORGOTTEN_TABLES, SEALED_COLUMNS, type SealedColumn } from './fates.ts';

/** The rows of one statement: a table may have more than a process can hold. */
const ROWS_AT_ONCE = 500;

export interface Seals {
  before: Seal;
  after: Seal;
}

/** `isDone`: everything is under the second secret already, as when an earlier rotation was interrupted after its transaction. */
type Rotation =
  | { status: 'rotated'; rows: Record<string, number> }
  | { status: 'isDone' }
  | { status: 'otherSecret' }
  | { status: 'inUse'; by: number };

/** Seals and fingerprints everything as if the second secret had been there from the beginning, or changes nothing. */
export function rotateSecret(db: Db, seals: Seals): Promise<Rotation> {
  return db.transaction().execute(async (tx) => {
    // Of two rotations at once the second finds everything done. A server that starts meanwhile waits, and then finds that its secret does not fit.
    await sql`lock table citizens, identities, receipt_keys in access exclusive mode`.execute(tx);
    const by = await countOthers(tx);
    if (by > 0) return { status: 'inUse', by };
    const any = await findSealed(tx);
    if (!doesSealFit(seals.before, any))
      return { status: doesSealFit(seals.after, any) ? 'isDone' : 'otherSecret' };
    const rows: Record<string, number> = { 'identities.nissHash': await findAnew(tx, seals) };
    for (const each of SEALED_COLUMNS) rows[`${each.table}.${each.column}`] = await sealAnew(tx, seals, each);
    for (const table of FORGOTTEN_TABLES) await sql`delete from ${sql.table(table)}`.execute(tx);
    return { status: 'rotated', rows };
  });
}

/** Counts the other connections of this database user: a process that knows the first secret would go on with it. */
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

/** Replaces the fingerprints of the NISS by means of the sealed NISS, which the first secret still opens. */
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

/** Writes all rows page by page and returns how many; throws when it has not written every row that it read. */
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
