import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrationsUntil } from '../testing/later-migrations.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';

/** In the order in which databases have had them: none is ever renamed, and none comes between two of them. */
const KNOWN = [
  '0001-first.sql',
  '0002-balcao.sql',
  '0003-office-api.sql',
  '0004-office-api.sql',
  '0005-sign-in.sql',
  '0006-mail.sql',
  '0008-files.sql',
  '0009-found-in-uploads.sql',
  '0009-own-ids.sql',
  '0010-second-factor.sql',
  '0011-store-puts.sql',
  '0012-told-languages.sql',
];

const FOLDER = new URL('migrations/', import.meta.url);
const names = readdirSync(FOLDER).toSorted();

it('migrations that databases know stay as they are called, in their order, before all later ones', () => {
  expect(names.slice(0, KNOWN.length)).toEqual(KNOWN);
});

it('each later migration has a number of its own', () => {
  const numbers = names
    .slice(KNOWN.length - 1)
    .map((name) => /^(\d{4})-[a-z-]+(-needs-\d{4})?\.sql$/.exec(name)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
});

/** Statements that may run while an older version goes on beside: it neither misses nor breaks what they add. */
const ADDS = [
  /^create (table|sequence)\b/,
  /^create (index|function)\b/,
  // An older version calls it by the same name, and gets more words that PostgreSQL can read.
  /^create or replace function without_zeros\b/,
  /^alter table \S+\s+add column (?!.*\bnot null\b(?!.*\bdefault\b))/s,
  /^(insert|update)\b/,
  // An `after` trigger leaves the row as the older version has written it.
  /^create trigger \S+ after\b/,
];

const TAKES = /\b(drop|rename|alter column)\b/;

function findTakingAway(name: string): string[] {
  const text = readFileSync(new URL(name, FOLDER), 'utf8').replace(/^--.*\n/gm, '');
  const made = [...text.matchAll(/^create table (\S+)/gm)].map(([, table]) => table);
  const isOnMade = (statement: string) =>
    made.includes(/^create (?:unique index|trigger)\b.*? on (\S+)/s.exec(statement)?.[1]);
  const isAdding = (statement: string) => ADDS.some((adds) => adds.test(statement)) || isOnMade(statement);
  const statements = text.split(/\n\s*\n/).map((each) => each.trim());
  return statements.filter((each) => each !== '' && (TAKES.test(each) || !isAdding(each)));
}

it('each later migration only adds, or its name says which version can do without what it takes', () => {
  for (const name of names.slice(KNOWN.length).filter((each) => !each.includes('-needs-')))
    expect(findTakingAway(name), name).toEqual([]);
  expect(findTakingAway('0002-balcao.sql'), 'as earlier ones did, by which it is seen').not.toEqual([]);
});

it('a database of an earlier version starts whatever citizens have typed, half an emoji too', async () => {
  const db = await openTestDatabase();
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  await migrate(db, migrationsUntil('0028'));
  const request = JSON.stringify({ kind: 'information', description: 'half \ud83d and a zero \0' });
  await sql`insert into citizens (id, niss_sealed, name, holder, contact, feed_epoch)
    values ('rita', '', 'Rita', 'rita', '{}', '')`.execute(db);
  await sql`insert into requests (citizen_id, id, sequence, request, request_bytes, reference, state, due_on, received_at)
    values ('rita', 'r', 1, ${request}, 1, 'EC-2026-0000001', 'registered', '2026-12-04', now())`.execute(db);
  expect(await migrate(db)).toBeNull();
  expect(await db.selectFrom('requests').select('kind').execute()).toEqual([{ kind: 'information' }]);
  await db.destroy();
});

it('what a clerk had written before the upgrade stays with the service that has the request, unless it was forwarded since', async () => {
  const db = await openTestDatabase();
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  await migrate(db, migrationsUntil('0037'));
  await sql`insert into citizens (id, niss_sealed, name, holder, contact, feed_epoch)
    values ('rita', '', 'Rita', 'rita', '{}', '')`.execute(db);
  await sql`insert into requests (citizen_id, id, sequence, request, request_bytes, reference, state, due_on, received_at, service)
    select 'rita', id, number, '{"kind":"information"}', 1, id, 'forwarded', '2026-12-04', now(), 'familia'
    from unnest(array['before', 'since']) with ordinality as made (id, number)`.execute(db);
  await sql`insert into office_acts (citizen_id, request_id, key, content_hash, action, done_by, done_at)
    select 'rita', id, 'key', '', 'forward', 'clerk ana', 1000 from unnest(array['before', 'since']) as id`.execute(
    db,
  );
  await sql`insert into office_unsent (citizen_id, request_id, user_name, action, reference, words, files, kept_at)
    values ('rita', 'before', 'ana', 'answer', 'before', '{}', '[]', 999),
      ('rita', 'since', 'ana', 'answer', 'since', '{}', '[]', 1001)`.execute(db);
  expect(await migrate(db)).toBeNull();
  const kept = db.selectFrom('officeUnsent').select(['requestId', 'ofService']).orderBy('requestId');
  expect(await kept.execute()).toEqual([
    { requestId: 'before', ofService: null },
    { requestId: 'since', ofService: 'familia' },
  ]);
  await db.destroy();
});

it('the recipe for Citus lays each table that begins with a citizen beside that citizen', async () => {
  const guide = readFileSync(new URL('../../docs/scaling.md', import.meta.url), 'utf8');
  const [, list = ''] = /colocate_with .*unnest\(array\[(.*?)\]\)/s.exec(guide) ?? [];
  const db = await openTestDatabase();
  const { rows } = await sql<{ name: string }>`
    select indrelid::regclass::text as name from pg_index
    join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indisprimary and attname = 'citizen_id' order by name`.execute(db);
  await db.destroy();
  expect([...list.matchAll(/'(\w+)'/g)].map(([, name]) => name).toSorted()).toEqual(
    rows.map(({ name }) => name),
  );
});
