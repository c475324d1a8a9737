import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';

const NO_SUCH_FILE = 'ENOENT';

/** By PostgreSQL's own program, while the server runs: it sees all at one instant. Answers a sentence where it cannot be. */
export function backUpPostgres(url: string, file: string): Promise<string | null> {
  return run('pg_dump', url, ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`]);
}

/** All of it or nothing, and only where there is nothing yet. */
export async function restorePostgres(url: string, file: string): Promise<string | null> {
  if (await hasTables(url))
    return 'There are tables in that database already. Name an empty one in DATABASE_URL.';
  const options = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction', file];
  return run('pg_restore', url, options);
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

async function run(program: string, url: string, options: readonly string[]): Promise<string | null> {
  const { place, password } = takePassword(url);
  const child = spawn(program, [`--dbname=${place}`, ...options], {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: 'inherit',
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
function takePassword(url: string): { place: string; password: string } {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  return { place: place.href, password };
}
