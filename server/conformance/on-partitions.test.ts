import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { backUpPostgres, restorePostgres } from '../backup/postgres-backup.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { COMMAND_PATIENCE } from '../db/patience.ts';
import { handOver } from '../office/assignment.ts';
import { OTHER_SECRET } from '../seal-fits.ts';
import { addService } from '../services/services.ts';
import { openAnew } from '../testing/open-anew.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext, TEST_SECRET } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';

const RECIPE = readFileSync(new URL('../../ops/partitions.sql', import.meta.url), 'utf8');
const url = (await makeTestDatabase()) ?? '';

describe.skipIf(url === '')('In sixteen parts', () => {
  const clocks = createTestClocks();
  let context: Context;

  beforeAll(async () => {
    context = createTestContext(connectPostgres(url, 5, COMMAND_PATIENCE), clocks);
    await migrate(context.db);
    await sql.raw(RECIPE).execute(context.db);
    await prepareWorld(context);
  }, START_MS);
  afterAll(() => context.db.destroy());

  it('stands every table that begins with a citizen, each with all that it had', async () => {
    const { rows } = await sql<{ name: string; parts: number }>`
      select c.relname as name, (select count(*)::int from pg_inherits where inhparent = c.oid) as parts
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1 and a.attname = 'citizen_id'
      where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace`.execute(
      context.db,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { name, parts } of rows) expect([name, parts]).toEqual([name, 16]);
    const { citizens } = await sql<{ citizens: number }>`select count(*)::int as citizens from citizens`
      .execute(context.db)
      .then(({ rows: [row] }) => row ?? { citizens: 0 });
    expect(citizens).toBeGreaterThan(0);
  });

  it('a request stands by the service to which it is handed over, as in plain tables', async () => {
    const { db } = context;
    for (const id of ['geral', 'familia']) await addService(db, { id, name: id });
    const named = await db.selectFrom('requests').select(['citizenId', 'id']).executeTakeFirstOrThrow();
    await db.transaction().execute((tx) => handOver(tx, named, 'familia'));
    const held = await db.selectFrom('requests').select('id').where('service', '=', 'familia').execute();
    expect(held).toEqual([{ id: named.id }]);
  });

  it('a backup is restored with the SECRET that it was written with alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eclic-parts-'));
    const file = join(folder, 'eclic.backup');
    expect(await backUpPostgres(url, file)).toBeNull();
    expect(await restorePostgres(url, file, randomBytes(32))).toBe(OTHER_SECRET);
    expect(await restorePostgres(url, file, TEST_SECRET)).toMatch(/^There are tables in that database/);
    rmSync(folder, { recursive: true });
  });

  describeContract('The reference server on PostgreSQL, in parts', () => openAnew(context, clocks));
});
