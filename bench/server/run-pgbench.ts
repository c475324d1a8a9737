import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';

const SCRIPT = join(import.meta.dirname, 'submission.sql');
const THREADS = 2;

interface Asked {
  citizens: number;
  connections: number;
  lastsS: number;
  /** What a request is kept as. */
  document: string;
}

/** How many submissions a second PostgreSQL takes of a program that does nothing but write them. */
export async function runPgbench(
  { programs, folder }: ThrowawayPostgres,
  { citizens, connections, lastsS, document }: Asked,
): Promise<number> {
  const { stdout } = await promisify(execFile)(join(programs, 'pgbench'), [
    '--no-vacuum',
    '--protocol=prepared',
    `--client=${connections}`,
    `--jobs=${THREADS}`,
    `--time=${lastsS}`,
    `--define=citizens=${citizens}`,
    `--define=document=${document}`,
    `--file=${SCRIPT}`,
    `--host=${folder}`,
    '--username=eclic',
    'postgres',
  ]);
  const [, tps] = /^tps = ([0-9.]+)/m.exec(stdout) ?? [];
  if (tps === undefined) throw new Error('pgbench told no figure');
  return Number(tps);
}
