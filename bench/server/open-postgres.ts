import { connectPostgres } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import { createTestContext } from '../../server/testing/test-context.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';

/** The settings that a real installation would keep: a commit is on disk before PostgreSQL confirms it. */
const SETTINGS = ['fsync=on', 'synchronous_commit=on', 'shared_buffers=512MB', 'max_wal_size=8GB'];
/** All that is seeded at once waits for a few connections. */
const PATIENCE = { connectMs: 600_000 };

/** Starts PostgreSQL for this run alone, with a server's tables and nothing in them. */
export async function openPostgres(connections: number) {
  const postgres = await startThrowawayPostgres(SETTINGS);
  if (!postgres) throw new Error('There is no PostgreSQL on this machine.');
  const db = connectPostgres(postgres.url, connections, PATIENCE);
  await migrate(db);
  return { postgres, context: createTestContext(db, { now: Date.now, officeNow: Date.now }) };
}
