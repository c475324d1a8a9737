import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { IS_ALL } from '../../ops/test/level.ts';
import { connectEmbedded, connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { COMMAND_PATIENCE } from '../db/patience.ts';
import type { Db } from '../db/schema.ts';

/**
 * Opens an empty database with all tables for one test: in PostgreSQL, or the embedded one where PostgreSQL is not installed. With one connection PostgreSQL
 * does one thing after the other, like the embedded one. Statements have no time limit, since a shared machine may stall.
 */
export async function openTestDatabase(connectionsMax = 5): Promise<Db> {
  const address = await makeTestDatabase();
  return address === null
    ? openEmbeddedDatabase()
    : connectPostgres(address, connectionsMax, COMMAND_PATIENCE);
}

/** Makes a database and returns its address, for tests that connect like several processes. Returns null where PostgreSQL is not installed. */
export async function makeTestDatabase(): Promise<string | null> {
  const empty = inject('emptyDatabase');
  if (empty === null) return null;
  // The statement runs in another database: one that somebody is connected to cannot be copied.
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

/** Opens an embedded database in memory. */
async function openEmbeddedDatabase(): Promise<Db> {
  const db = connectEmbedded('memory://');
  await migrate(db);
  return db;
}

type Open = (connectionsMax?: number) => Promise<Db>;
const POSTGRES: [string, Open] = ['PostgreSQL', openTestDatabase];
const EMBEDDED: [string, Open] = ['PGlite', openEmbeddedDatabase];
const USUAL = inject('emptyDatabase') === null ? EMBEDDED : POSTGRES;

const TRIES_BOTH = IS_ALL && USUAL === POSTGRES;

/** The databases that the tests try. `npm test` tries the usual one alone. */
export const DATABASES = TRIES_BOTH ? [POSTGRES, EMBEDDED] : [USUAL];

/** The databases of the suites that the full run tries on PostgreSQL over HTTP too. */
export const DATABASES_IN_PROCESS = TRIES_BOTH ? [EMBEDDED] : [USUAL];
