import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** In an order in which rows may come; they go in the other. */
const TABLES = [
  'citizens',
  'identities',
  'representations',
  'sessions',
  'waiting_sign_ins',
  'drafts',
  'requests',
  'messages',
  'request_keys',
  'uploads',
  'pieces',
  'attachments',
  'taken_ids',
  'tries',
  'cmd_states',
  'cmd_codes',
] as const;

/** Keeps all rows aside, so that each test begins with the same at little cost. */
export async function saveWorld(db: Db): Promise<void> {
  await sql`create schema saved`.execute(db);
  for (const table of TABLES)
    await sql.raw(`create table saved.${table} as table public.${table}`).execute(db);
}

/** Nobody is signed in, and what devices were told of the feed is no longer known. */
export async function restoreWorld(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of TABLES.toReversed()) await sql.raw(`delete from public.${table}`).execute(tx);
    for (const table of TABLES) {
      await sql.raw(`insert into public.${table} select * from saved.${table}`).execute(tx);
    }
    await sql`update citizens set feed_epoch = substr(md5(random()::text), 1, 8)`.execute(tx);
  });
}
