import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { type Browser, ORIGIN, signIn, submission, submit } from '../../contract/conformance/subject.ts';
import type { ChangePage } from '../../contract/types.ts';
import { createApp } from '../app.ts';
import { addMigration } from '../testing/later-migrations.ts';
import { createHome } from '../testing/main-process.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext, TEST_SECRET } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { connectPostgres } from './connect.ts';
import { migrate } from './migrate.ts';

const url = (await makeTestDatabase()) ?? '';
const ROUNDS = 20;

/** Returns statements that add a column to every table, which the older version knows nothing of. */
async function listAdditions(): Promise<string[]> {
  const db = connectPostgres(url, 1);
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(
    db,
  );
  await db.destroy();
  return [
    ...rows.map(({ name }) => `alter table ${name} add column later text not null default 'new'`),
    'create index drafts_by_later on drafts (later)',
  ];
}

describe.skipIf(url === '')('Two neighbouring versions', () => {
  const home = createHome(ORIGIN);
  afterEach(() => home.remove());

  it(
    'serve the same people side by side, and the older one alone again, which loses nothing of what the newer one took',
    async () => {
      const env = {
        DATABASE_URL: url,
        SECRET: Buffer.from(TEST_SECRET).toString('base64'),
        SIGN_IN: 'simulator',
      };
      const older = await home.start(env);
      const sent: string[] = [];
      const send = async (citizen: Browser) => {
        const id = randomUUID();
        const once = () => submit(citizen, id, submission());
        // A statement that the older process has prepared fails once after its table has changed, and the answer says when to try again.
        const first = await once();
        const { status } = first.status === 503 && first.headers.get('Retry-After') ? await once() : first;
        expect([200, 201]).toContain(status);
        sent.push(id);
      };
      const atOlder = await signIn({ server: older.server, advance() {}, stop: async () => {} });
      await send(atOlder);

      const db = connectPostgres(url, 5);
      expect(await migrate(db, addMigration('9998-adds.sql', await listAdditions()))).toBeNull();
      const clocks = { ...createTestClocks(), now: Date.now, officeNow: Date.now };
      const newer = createApp(createTestContext(db, clocks, ORIGIN));
      const atNewer = await signIn({ server: newer, advance() {}, stop: async () => {} });
      for (let round = 0; round < ROUNDS; round += 1) for (const each of [atOlder, atNewer]) await send(each);
      expect(older.log.filter(({ msg }) => msg === 'bug')).toEqual([]);
      await db.destroy();
      older.askToStop();
      await older.ended;

      const back = await home.start(env);
      const again = await signIn({ server: back.server, advance() {}, stop: async () => {} });
      await send(again);
      const { changes } = (await again.send<ChangePage>('GET', '/changes?limit=500')).body;
      const heard = changes.flatMap((each) => (each.type === 'request' ? [each.request.id] : []));
      expect(heard).toEqual(expect.arrayContaining(sent));
    },
    START_MS,
  );
});
