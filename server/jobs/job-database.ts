import type { Config } from '../config.ts';
import { connectPostgres } from '../db/connect.ts';
import { JOB_PATIENCE } from '../db/patience.ts';
import type { Db } from '../db/schema.ts';

/** One for what takes long, and one for what is due meanwhile. */
export const JOB_CONNECTIONS = 2;

/** Beside that of the calls: neither takes the other's connections. Null: there is one connection for all. */
export function openJobDatabase(database: Config['database']): Db | null {
  return database.kind === 'embedded' ? null : connectPostgres(database.url, JOB_CONNECTIONS, JOB_PATIENCE);
}
