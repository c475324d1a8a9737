import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { IS_ALL } from '../../ops/test/level.ts';
import { connectEmbedded, connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { COMMAND_PATIENCE } from '../db/patience.ts';
import type { Db } from '../db/schema.ts';

/**
 * A database of a test's own, with its tables and nothing in them: PostgreSQL's, or the embedded one where that is not installed. Over one
 * connection it does one thing after the other, as the embedded one. It waits for as long as it takes: a shared machine may stall.
 */
export async function openTestDatabase(connectionsMax = 5): Promise<Db> {
  const address = await makeTestDatabase();
  return address === null
    ? openEmbeddedDatabase()
    : connectPostgres(address, connectionsMax, COMMAND_PATIENCE);
}

/** The address of one, for tests that connect as several processes do; null where PostgreSQL is not installed. */
export async function makeTestDatabase(): Promise<string | null> {
  const empty = inject('emptyDatabase');
  if (empty === null) return null;
  // Asked in another database: one that somebody uses cannot be copied.
  const [elsewhere, copy] = [new URL(empty), new URL(empty)];
  const name = `test_${randomUUID().replaceAll('-', '_')}`;
  elsewhere.pathname = '/template1';
  copy.pathname = `/${name}`;
  const client = new pg.Client(elsewhere.href);
  await client.connect();
  await client.query(`create database ${name} template ${new URL(empty).pathname.slice(1)}`);
  await client.end();
  return copy.href;
}

/** The embedded one, in memory. */
async function openEmbeddedDatabase(): Promise<Db> {
  const db = connectEmbedded({ dataDir: 'memory://' });
  await migrate(db);
  return db;
}

type Open = (connectionsMax?: number) => Promise<Db>;
const POSTGRES: [string, Open] = ['PostgreSQL', openTestDatabase];
const EMBEDDED: [string, Open] = ['PGlite', openEmbeddedDatabase];
const USUAL = inject('emptyDatabase') === null ? EMBEDDED : POSTGRES;

/** What the server's data may stand in. The gate tries the usual one alone. */
export const DATABASES = IS_ALL && USUAL === POSTGRES ? [POSTGRES, EMBEDDED] : [USUAL];
