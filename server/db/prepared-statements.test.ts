import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeTestDatabase } from '../testing/test-database.ts';
import { connectPostgres } from './connect.ts';

const url = (await makeTestDatabase()) ?? '';

describe.skipIf(url === '')('Statements of a connection', () => {
  it('while a newer version adds a column, an older one that goes on beside it fails once and not for ever', async () => {
    const db = connectPostgres(url, 1);
    const newer = connectPostgres(url, 1);
    const read = () => sql`select * from notes where id = ${1}`.execute(db);
    await sql`create table notes (id integer)`.execute(newer);
    await read();
    await sql`alter table notes add column said text`.execute(newer);
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    await expect(read()).resolves.toMatchObject({ rows: [] });
    await Promise.all([db.destroy(), newer.destroy()]);
  });

  it('in a transaction that ends before its first statement, or fails in it, leave the connection as it was', async () => {
    const db = connectPostgres(url, 1);
    await sql`create table marks (id integer unique)`.execute(db);
    const mark = (id: number) => sql`insert into marks values (${id})`;
    await db.transaction().execute(async () => undefined);
    await expect(db.transaction().execute(() => Promise.reject(new Error('Not begun')))).rejects.toThrow(
      'Not begun',
    );
    await mark(1).execute(db);
    await expect(db.transaction().execute((tx) => mark(1).execute(tx))).rejects.toMatchObject({
      code: '23505',
    });
    await db.transaction().execute((tx) => mark(2).execute(tx));
    const undone = db.transaction().execute(async (tx) => {
      await mark(3).execute(tx);
      throw new Error('Undone');
    });
    await expect(undone).rejects.toThrow('Undone');
    await mark(4).execute(db);
    const { rows } = await sql<{ id: number }>`select id from marks order by id`.execute(db);
    expect(rows.map(({ id }) => id)).toEqual([1, 2, 4]);
    await db.destroy();
  });
});
