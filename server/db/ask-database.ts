import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Outage } from '../outage.ts';
import { judgeFailure } from './database-outage.ts';

const ANSWERS_WITHIN_MS = 2000;

/** `away`: the database may be there later. `unusable`: it never will be by this DATABASE_URL. */
export type DatabaseState =
  | { status: 'there'; connectionsMax: number }
  | { status: 'away' | 'unusable'; sentence: string };

/** Asks by a connection of its own, beside those of the pool. */
export async function askDatabase(url: string, withinMs = ANSWERS_WITHIN_MS): Promise<DatabaseState> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ most: number }>(FOR_US);
    return { status: 'there', connectionsMax: rows[0]?.most ?? 0 };
  } catch (error) {
    return describeFailure(error);
  } finally {
    // A database that does not answer does not answer to this either.
    await Promise.race([client.end().catch(() => {}), wait(withinMs, undefined, { ref: false })]);
  }
}

/** PostgreSQL keeps some connections back for its operator; they are not counted. */
const FOR_US = `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
  - coalesce(current_setting('reserved_connections', true)::int, 0) as most`;

const UNUSABLE: Readonly<Record<string, string>> = {
  '28P01': 'The database does not take the password of DATABASE_URL.',
  '28000': 'The database does not let in whom DATABASE_URL names.',
  '3D000': 'There is no database of the name that DATABASE_URL says.',
};

function describeFailure(error: unknown): DatabaseState {
  const { thrown } = judgeFailure(error);
  if (!(thrown instanceof Outage)) {
    const { code = '' } = error as pg.DatabaseError;
    return {
      status: 'unusable',
      sentence: UNUSABLE[code] ?? `The database of DATABASE_URL refuses us: ${code}.`,
    };
  }
  const { code } = thrown;
  const sentence =
    code === '53300'
      ? 'The database has no connection left for us: its max_connections are taken.'
      : `The database of DATABASE_URL does not answer (${code}).`;
  return { status: 'away', sentence };
}
