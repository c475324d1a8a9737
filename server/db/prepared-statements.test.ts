import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { startThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { connectPostgres } from './connect.ts';

const postgres = await startThrowawayPostgres();

describe.skipIf(!postgres)('Statements that a connection has planned', () => {
  afterAll(() => postgres?.stop());

  it('while a newer version adds a column, an older one that goes on beside it fails once and not for ever', async () => {
    const db = connectPostgres(postgres?.url ?? '', 1);
    const newer = connectPostgres(postgres?.url ?? '', 1);
    const read = () => sql`select * from notes where id = ${1}`.execute(db);
    await sql`create table notes (id integer)`.execute(newer);
    await read();
    await sql`alter table notes add column said text`.execute(newer);
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    await expect(read()).resolves.toMatchObject({ rows: [] });
    await Promise.all([db.destroy(), newer.destroy()]);
  });
});
