import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, type Dialect, Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import { CALL_PATIENCE, type Patience } from './patience.ts';
import { withPreparedStatements } from './prepared-statements.ts';
import type { Db, Tables } from './schema.ts';

/** PostgreSQL's numbers for its types. */
const BIGINT = 20;
const DATE = 1082;

/** Opens an embedded database in a folder of this machine, which only one process may use. */
export function connectEmbedded(dataDir: string): Db {
  const database = new PGlite({ dataDir, parsers });
  return open(new PGliteDialect(database)).withPlugin(giveTurn);
}

/**
 * Gives the process a turn after each statement. The embedded database works in this thread, and its callers go on one after the other without a pause:
 * of two hundred calls at once the last would be done before any other is heard, and connections that ask meanwhile would be given up.
 */
const giveTurn: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    await nextTurn();
    return result;
  },
};

const parsers = { [BIGINT]: Number, [DATE]: String };

/** The silence after which the system asks whether the other end is there, each second, ten times. */
const KEEP_ALIVE_MS = 10_000;

/** Connects to PostgreSQL, which many processes may use at once. */
export function connectPostgres(url: string, connectionsMax: number, patience = CALL_PATIENCE): Db {
  return connectPool(openPool(url, connectionsMax, patience));
}

export function connectPool(pool: pg.Pool): Db {
  return open(new PostgresDialect({ pool: withPreparedStatements(pool) }));
}

export function openPool(url: string, connectionsMax: number, patience = CALL_PATIENCE): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(BIGINT, Number);
  types.setTypeParser(DATE, String);
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    types,
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...limitsOf(patience),
  });
  // A connection that breaks is replaced, and its user gets the error. Without listeners the error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Translates the limits into the names of the driver. */
function limitsOf({ connectMs, lockMs, statementMs, idleMs, answerMs }: Patience): pg.PoolConfig {
  return {
    connectionTimeoutMillis: connectMs,
    lock_timeout: lockMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: idleMs,
    query_timeout: answerMs,
  };
}

function open(dialect: Dialect): Db {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}
