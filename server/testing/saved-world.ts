import { sql } from 'kysely';
import { SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import type { Db } from '../db/schema.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { tellStories } from './tell-stories.ts';

/** The order in which rows can be inserted; they are deleted in the opposite order. */
const TABLES = [
  'citizens',
  'identities',
  'representations',
  'accounts',
  'sessions',
  'waiting_sign_ins',
  'recoveries',
  'drafts',
  'requests',
  'messages',
  'request_keys',
  'uploads',
  'pieces',
  'store_puts',
  'attachments',
  'office_acts',
  'clerks',
  'clerk_sessions',
  'clerk_sign_ins',
  'clerk_recovery_codes',
  'clerk_notices',
  'services',
  'service_clerks',
  'service_topics',
  'assignments',
  'office_notes',
  'open_pages',
  'saved_replies',
  'office_words',
  'office_words_kept',
  'office_searches',
  'taken_ids',
  'tries',
  'cmd_states',
  'cmd_codes',
  'jobs',
  'office_news',
  'office_feed',
  'office_tokens',
  'office_uploads',
  'office_unsent',
  'office_tickets',
  'told_news',
  'office_figures',
  'office_figures_counted',
] as const;

/** Fills a database with people who have done something already. */
export async function prepareWorld(context: Context): Promise<void> {
  await migrate(context.db);
  await addSimulatedPeople(context);
  await keepPasswords(context);
  await tellStories(context);
  await saveWorld(context.db);
}

/** Gives people palavras-chave that they may change. */
async function keepPasswords({ db, hashing }: Context): Promise<void> {
  for (const { id: citizenId, password } of SIMULATED_PEOPLE) {
    if (password === null) continue;
    const account = { citizenId, ...(await hashing.keep(password)) };
    await db.insertInto('accounts').values(account).execute();
  }
}

/** Copies all rows, and makes a function that brings them back, so that each test begins with the same rows at little cost. */
async function saveWorld(db: Db): Promise<void> {
  await sql`create schema saved`.execute(db);
  for (const table of TABLES)
    await sql.raw(`create table saved.${table} as table public.${table}`).execute(db);
  const steps = [
    // The table of the record lets nobody delete its rows in another way.
    `perform forget_office_record(${Number.MAX_SAFE_INTEGER});`,
    ...TABLES.toReversed().map((table) => `delete from public.${table};`),
    ...(await Promise.all(TABLES.map((table) => bringBack(db, table)))),
    // Devices must take what they know of the feed for outdated.
    'update public.citizens set feed_epoch = substr(md5(random()::text), 1, 8);',
    'update public.office_feed set epoch = substr(md5(random()::text), 1, 8);',
  ];
  const body = `begin ${steps.join('\n')} end`;
  await sql.raw(`create function saved.restore() returns void language plpgsql as $$ ${body} $$`).execute(db);
}

/** Leaves out the columns that the database makes of the others. */
async function bringBack(db: Db, table: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    db,
  );
  const columns = rows.map(({ name }) => name);
  const saved = columns.map((name) => `one.${name}`);
  return `insert into public.${table} (${columns.join(', ')}) select ${saved.join(', ')} from saved.${table} one;`;
}

/** Brings the saved rows back. Nobody is signed in then. */
export async function restoreWorld(db: Db): Promise<void> {
  await sql`select saved.restore()`.execute(db);
}
