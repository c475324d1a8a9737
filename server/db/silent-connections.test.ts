import { sql } from 'kysely';
import { describe, expect, it, type TestContext } from 'vitest';
import { type SilentProxy, startSilentProxy } from '../testing/silent-proxy.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { askDatabase } from './ask-database.ts';
import { connectPostgres } from './connect.ts';
import type { Patience } from './patience.ts';
import type { Db } from './schema.ts';

const url = (await makeTestDatabase()) ?? '';
const AT_ONCE = 4;
/** A test does not wait for as long as a person does. */
const SHORT: Patience = {
  connectMs: 2_500,
  lockMs: 500,
  statementMs: 1_000,
  idleMs: 1_000,
  answerMs: 2_000,
};

async function open({ onTestFinished }: TestContext, through: SilentProxy): Promise<Db> {
  const db = connectPostgres(through.url, AT_ONCE, SHORT);
  onTestFinished(async () => {
    await db.destroy();
    await through.stop();
  });
  await Promise.all(Array.from({ length: AT_ONCE }, () => ask(db)));
  return db;
}

const ask = (db: Db) => sql`select ${1}::int`.execute(db);
const OUTAGE = { name: 'Outage', of: 'database' };

// The tests wait in real time, each for connections of its own, so they wait side by side.
describe.skipIf(url === '').concurrent('A database', () => {
  it('whose connections have died in silence costs one of those who ask their answer, and those who come later none', async (test) => {
    const { expect } = test;
    const proxy = await startSilentProxy(url);
    const db = await open(test, proxy);
    proxy.goSilent();
    await expect(ask(db)).rejects.toMatchObject(OUTAGE);
    await Promise.all(Array.from({ length: AT_ONCE }, () => ask(db)));
  });

  it('that says nothing to anybody leaves nobody waiting: neither who has a connection, nor who waits for one', async (test) => {
    const { expect } = test;
    const proxy = await startSilentProxy(url);
    const db = await open(test, proxy);
    proxy.goSilent('newOnes');
    const asked = await Promise.allSettled(Array.from({ length: 3 * AT_ONCE }, () => ask(db)));
    for (const each of asked) expect(each).toMatchObject({ status: 'rejected', reason: OUTAGE });
    expect(await askDatabase(proxy.url, 100)).toMatchObject({ status: 'away' });
  });

  it('in which somebody holds a row for too long, or that takes too long itself, says so to whoever waits, and goes on', async (test) => {
    const { expect } = test;
    const db = await open(test, await startSilentProxy(url));
    await sql`create table held as select 1 as id`.execute(db);
    const take = sql`select id from held for update`;
    const holder = connectPostgres(url, 1);
    await holder.transaction().execute(async (tx) => {
      await take.execute(tx);
      await expect(take.execute(db)).rejects.toMatchObject({ ...OUTAGE, code: '55P03' });
    });
    await holder.destroy();
    await expect(sql`select pg_sleep(5)`.execute(db)).rejects.toMatchObject({ ...OUTAGE, code: '57014' });
    await ask(db);
  });
});

describe.skipIf(url === '')('A database that cannot be used', () => {
  const named = (change: (place: URL) => void) => {
    const place = new URL(url);
    change(place);
    return place.href;
  };

  it('is told in a sentence: there is none of that name, or nobody answers', async () => {
    const nameless = named((place) => {
      place.pathname = '/nowhere';
    });
    expect(await askDatabase(nameless)).toEqual({
      status: 'unusable',
      sentence: 'There is no database of the name that DATABASE_URL says.',
    });
    expect(await askDatabase('postgres://eclic@127.0.0.1:1/eclic')).toEqual({
      status: 'away',
      sentence: 'The database of DATABASE_URL does not answer (ECONNREFUSED).',
    });
    expect(await askDatabase(url)).toEqual({ status: 'there', connectionsMax: 297 });
  });
});
