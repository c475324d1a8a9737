import { describe, expect, it, onTestFinished } from 'vitest';
import { addMigration } from '../testing/later-migrations.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';
import type { Db } from './schema.ts';

async function open(): Promise<Db> {
  const db = await openTestDatabase(1);
  onTestFinished(() => db.destroy());
  return db;
}

const ADDED = ['alter table drafts add column later text', 'create table later_things (id text primary key)'];

describe('A version that starts on tables which a newer one has changed', () => {
  it('goes on with them where something was only added', async () => {
    const db = await open();
    expect(await migrate(db, addMigration('9998-adds.sql', ADDED))).toBeNull();
    expect(await migrate(db)).toBeNull();
    await db.selectFrom('drafts').selectAll().execute();
  });

  it('refuses, in a sentence, what says that it needs a newer one', async () => {
    const db = await open();
    await migrate(db, addMigration('9999-takes-needs-9998.sql', ['alter table drafts drop column saved_at']));
    expect(await migrate(db)).toBe(
      'The database was changed by a newer version, which this one cannot go on with (9999-takes-needs-9998.sql). Start the newer one, or restore a backup of before.',
    );
  });
});
