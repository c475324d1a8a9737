import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { connectEmbedded, connectPostgres } from '../db/connect.ts';
import { DATABASE_FOLDER } from '../embedded-folder.ts';
import { START_MS } from '../testing/start-ms.ts';
import { DATABASES, makeTestDatabase } from '../testing/test-database.ts';
import { settingsOn, withServer } from '../testing/with-server.ts';
import { settleRestored } from './settle-restored.ts';
import { findUnsettled, markUnsettled } from './unsettled.ts';

const folder = mkdtempSync(join(tmpdir(), 'eclic-unsettled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(DATABASES)('On %s', (name) => {
  it(
    'a database in which a restore has begun is opened by no server until whoever was let in has been ended there',
    async () => {
      const address = name === 'PGlite' ? null : await makeTestDatabase();
      const settings = settingsOn(address, folder);
      await withServer(settings, (_maria, { db }) => markUnsettled(db, 'the hash of a backup'));
      await expect(withServer(settings, async () => {})).rejects.toThrow('was not finished');
      const db =
        address === null ? connectEmbedded(join(folder, DATABASE_FOLDER)) : connectPostgres(address, 1);
      expect(await findUnsettled(db)).toBe('the hash of a backup');
      const newer = sql.lit('9998-more-ways-in-needs-9999.sql');
      await sql`insert into kysely_migration (name, timestamp) values (${newer}, '')`.execute(db);
      expect(await settleRestored(db)).toMatch(/changed by a newer version/);
      expect(await findUnsettled(db)).toBe('the hash of a backup');
      await sql`delete from kysely_migration where name = ${newer}`.execute(db);
      await settleRestored(db);
      await db.destroy();
      await withServer(settings, async (_maria, context) => {
        const stages = await context.db.selectFrom('sessions').select('stage').orderBy('begunAt').execute();
        expect(stages.map(({ stage }) => stage)).toEqual(['ended', 'signedIn']);
      });
    },
    START_MS,
  );
});
