import { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import type { Db, Tables } from './schema.ts';

/** PostgreSQL's numbers of its types. */
const BIGINT = 20;
const DATE = 1082;

/** A database of its own in a folder of this machine, or null: in memory, for tests. One process alone may use it. */
export function connectEmbedded(folder: string | null): Db {
  return open(new PGliteDialect(new PGlite({ ...(folder !== null && { dataDir: folder }), parsers })));
}

const parsers = { [BIGINT]: Number, [DATE]: String };

/** PostgreSQL, which many processes may use at once. */
export function connectPostgres(url: string, connectionsMax: number): Db {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, Number);
  types.setTypeParser(DATE, String);
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, types });
  // One that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  return open(new PostgresDialect({ pool }));
}

function open(dialect: Dialect): Db {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}
