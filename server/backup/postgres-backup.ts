import pg from 'pg';
import { connectPostgres } from '../db/connect.ts';
import { createSeal } from '../seal.ts';
import { doesSealFit, OTHER_SECRET } from '../seal-fits.ts';
import { at, run } from './postgres-programs.ts';
import { readSealed } from './read-sealed.ts';
import { type GivenUp, settleRestored } from './settle-restored.ts';
import { writeBeside } from './write-beside.ts';

/** By PostgreSQL's own program, while the server runs: it sees all at one instant. Answers a sentence where it cannot be. */
export function backUpPostgres(url: string, file: string): Promise<string | null> {
  return writeBeside(file, async (part) => {
    const options = ['--format=custom', '--no-owner', '--no-privileges', `--file=${part}`];
    return (
      (await run('pg_dump', at(url, options))) ?? (await run('pg_restore', { options: ['--list', part] }))
    );
  });
}

/** All of it or nothing, only where there is nothing yet, and only what the secret opens. */
export async function restorePostgres(
  url: string,
  file: string,
  secret: Uint8Array,
): Promise<GivenUp | string> {
  if (await hasTables(url))
    return 'There are tables in that database already. Name an empty one in DATABASE_URL.';
  const someone = await readSealed(file);
  if (typeof someone === 'string') return someone;
  if (!doesSealFit(createSeal(secret), someone)) return OTHER_SECRET;
  const options = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', file];
  const failed = await run('pg_restore', at(url, options));
  if (failed !== null) return failed;
  const db = connectPostgres(url, 1);
  const givenUp = await settleRestored(db);
  await db.destroy();
  return givenUp;
}

async function hasTables(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ known: boolean }>(
    "select to_regclass('public.citizens') is not null as known",
  );
  await client.end();
  return rows[0]?.known === true;
}
