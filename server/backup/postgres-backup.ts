import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { connectPostgres } from '../db/connect.ts';
import { COMMAND_PATIENCE } from '../db/patience.ts';
import type { Db } from '../db/schema.ts';
import { createSeal } from '../seal.ts';
import { doesSealFit, OTHER_SECRET, type Sealed } from '../seal-fits.ts';
import { noteBackup } from './note-backup.ts';
import { type GivenUp, settleRestored } from './settle-restored.ts';
import { findUnsettled, markUnsettled, UNSETTLED_TABLE } from './unsettled.ts';
import { writeBeside } from './write-beside.ts';

const NO_SUCH_FILE = 'ENOENT';

const HEAD = /^COPY public\.receipt_keys \((.*)\) FROM stdin;$/;
const END = '\\.';
/** A `bytea`, as PostgreSQL copies it out. */
const HEX = /^\\\\x([0-9a-f]*)$/;

/** Backs up by `pg_dump`, which sees everything at one instant while the server runs. Returns a sentence if no backup can be made, else null. */
export async function backUpPostgres(url: string, file: string): Promise<string | null> {
  const begunAt = Date.now();
  const failed = await writeBeside(file, async (part) => {
    const options = [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      `--exclude-table=${UNSETTLED_TABLE}`,
    ];
    return (
      (await run('pg_dump', at(url, [...options, `--file=${part}`]))) ??
      (await run('pg_restore', { options: ['--list', part] }))
    );
  });
  if (failed !== null) return failed;
  const db = connectPostgres(url, 1);
  await noteBackup(db, begunAt).finally(() => db.destroy());
  return null;
}

/** Restores everything or nothing, only into a database without tables, and only if the secret fits. */
export async function restorePostgres(
  url: string,
  file: string,
  secret: Uint8Array,
): Promise<GivenUp | string> {
  const sealed = await readSealed(file);
  if (typeof sealed === 'string') return sealed;
  if (!doesSealFit(createSeal(secret), sealed)) return OTHER_SECRET;
  const db = connectPostgres(url, 1, COMMAND_PATIENCE);
  try {
    return (await restoreTables(db, url, file)) ?? (await settleRestored(db));
  } finally {
    await db.destroy();
  }
}

/** Restores all tables in one transaction. They are there already where an earlier restore of the same backup ended before it was settled. */
async function restoreTables(db: Db, url: string, file: string): Promise<string | null> {
  const backupHash = await hashFile(file);
  if (await hasTables(db)) {
    const unsettled = await findUnsettled(db);
    if (unsettled === backupHash) return null;
    return unsettled === undefined
      ? 'There are tables in that database already. Name an empty one in DATABASE_URL.'
      : 'There is what a restore of another backup has left, which was not finished. Name that one, or an empty database in DATABASE_URL.';
  }
  await markUnsettled(db, backupHash);
  const options = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', file];
  return run('pg_restore', at(url, options));
}

async function hasTables(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 where to_regclass('public.citizens') is not null`.execute(db);
  return rows.length > 0;
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest('hex');
}

/**
 * Reads a sealed key of receipts from a backup that is not restored yet: a server makes one at its first start, and no recipe parts their table. Undefined: it
 * has none; a sentence: it cannot be read.
 */
async function readSealed(file: string): Promise<Sealed | undefined | string> {
  let columns: string[] | null = null;
  let first: string | null = null;
  const options = ['--data-only', '--table=receipt_keys', '--file=-', file];
  const failed = await run('pg_restore', { options }, (line) => {
    if (columns) first ??= line;
    else columns = HEAD.exec(line)?.[1]?.split(', ') ?? null;
  });
  if (failed !== null) return failed;
  return first === null || first === END ? undefined : readRow(columns ?? [], first);
}

function readRow(columns: readonly string[], line: string): Sealed | string {
  const values = line.split('\t');
  const kid = values[columns.indexOf('kid')];
  const [, hex] = HEX.exec(values[columns.indexOf('private_sealed')] ?? '') ?? [];
  if (kid === undefined || hex === undefined) return 'The backup is not one of e-Clic.';
  return { owner: kid, sealed: Buffer.from(hex, 'hex') };
}

interface Run {
  options: readonly string[];
  password?: string;
}

/** Returns a sentence if the program failed, else null. The program's own complaints go to the terminal. */
async function run(
  program: string,
  { options, password }: Run,
  onLine: (line: string) => void = () => {},
): Promise<string | null> {
  const child = spawn(program, options, {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface(child.stdout).on('line', onLine);
  try {
    const [code] = await once(child, 'close');
    return code === 0 ? null : `${program} has not finished: what it says stands above.`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== NO_SUCH_FILE) throw error;
    return `${program} is not on this machine. It comes with PostgreSQL's client programs, of the server's version or a newer one.`;
  }
}

/** Takes the password out of the URL, since everybody on a machine sees the arguments of a running program. */
function at(url: string, options: readonly string[]): Run {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  return { options: [`--dbname=${place.href}`, ...options], password };
}
