import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, type Dialect, Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import { withPreparedStatements } from './prepared-statements.ts';
import type { Db, Tables } from './schema.ts';

/** PostgreSQL's numbers of its types. */
const BIGINT = 20;
const DATE = 1082;

/** A database of its own in a folder of this machine, which one process alone may use. */
export function connectEmbedded(kept: { dataDir: string }): Db {
  const database = new PGlite({ ...kept, parsers });
  return open(new PGliteDialect(database)).withPlugin(takeBreath);
}

/**
 * The embedded database works in this thread, and what waits for it goes on without the process ever looking up: of two hundred calls at once the
 * last would be done before any other is heard, and connections that ask meanwhile would be given up.
 */
const takeBreath: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    await nextTurn();
    return result;
  },
};

const parsers = { [BIGINT]: Number, [DATE]: String };

/** PostgreSQL, which many processes may use at once. */
export function connectPostgres(url: string, connectionsMax: number): Db {
  return connectPool(openPool(url, connectionsMax));
}

export function connectPool(pool: pg.Pool): Db {
  return open(new PostgresDialect({ pool: withPreparedStatements(pool) }));
}

export function openPool(url: string, connectionsMax: number): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, Number);
  types.setTypeParser(DATE, String);
  const pool = new pg.Pool({ connectionString: url, max: connectionsMax, types, pipeline: true });
  // One that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

function open(dialect: Dialect): Db {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}
