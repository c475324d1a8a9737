import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { writeBeside } from './write-beside.ts';

const NO_SUCH_FILE = 'ENOENT';

/** By PostgreSQL's own program, while the server runs: it sees all at one instant. Answers a sentence where it cannot be. */
export function backUpPostgres(url: string, file: string): Promise<string | null> {
  return writeBeside(file, async (part) => {
    const options = ['--format=custom', '--no-owner', '--no-privileges', `--file=${part}`];
    return (
      (await run('pg_dump', at(url, options))) ?? (await run('pg_restore', { options: ['--list', part] }))
    );
  });
}

/** All of it or nothing, and only where there is nothing yet. */
export async function restorePostgres(url: string, file: string): Promise<string | null> {
  if (await hasTables(url))
    return 'There are tables in that database already. Name an empty one in DATABASE_URL.';
  const options = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', file];
  return run('pg_restore', at(url, options));
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

interface Run {
  options: readonly string[];
  password?: string;
}

async function run(program: string, { options, password }: Run): Promise<string | null> {
  // What it answers is asked for by nobody; what it complains about is for whoever called.
  const child = spawn(program, options, {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  try {
    const [code] = await once(child, 'exit');
    return code === 0 ? null : `${program} has not finished: what it says stands above.`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== NO_SUCH_FILE) throw error;
    return `${program} is not on this machine. It comes with PostgreSQL's client programs, of the server's version or a newer one.`;
  }
}

/** Everybody on a machine sees with what words a program was called. */
function at(url: string, options: readonly string[]): Run {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  return { options: [`--dbname=${place.href}`, ...options], password };
}
