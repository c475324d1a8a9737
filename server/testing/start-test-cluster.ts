import { existsSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import type { TestProject } from 'vitest/node';
import { connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of an empty database with all tables, from which tests copy theirs; null where PostgreSQL is not installed. */
    emptyDatabase: string | null;
  }
}

const IN_MEMORY = '/dev/shm';
/** All databases of a run take a third of this. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

/** Starts one PostgreSQL for all tests, each of which has a database of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowawayPostgres(
    ['fsync=off', 'full_page_writes=off', 'max_connections=300'],
    findFastFolder(),
  );
  if (postgres) {
    const db = connectPostgres(postgres.url, 1);
    await migrate(db);
    await db.destroy();
  }
  provide('emptyDatabase', postgres?.url ?? null);
  return async () => postgres?.stop();
}

/** Copying a database takes a fifth of a second on a disk, and a fiftieth in memory. */
function findFastFolder(): string {
  if (!existsSync(IN_MEMORY) || freemem() < ENOUGH_BYTES) return tmpdir();
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize < ENOUGH_BYTES ? tmpdir() : IN_MEMORY;
}
