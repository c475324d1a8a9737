import type { TestProject } from 'vitest/node';
import { connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a database with its tables and nothing in them, which others are copied from; null where PostgreSQL is not installed. */
    emptyDatabase: string | null;
  }
}

/** One PostgreSQL for all tests, each of which has a database of its own: to copy one takes a twentieth of a second. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowawayPostgres(['fsync=off', 'full_page_writes=off', 'max_connections=300']);
  if (postgres) {
    const db = connectPostgres(postgres.url, 1);
    await migrate(db);
    await db.destroy();
  }
  provide('emptyDatabase', postgres?.url ?? null);
  return async () => postgres?.stop();
}
