import { readdirSync, readFileSync } from 'node:fs';
import { type Migration, Migrator, sql } from 'kysely';
import type { Db } from './schema.ts';

const FOLDER = new URL('migrations/', import.meta.url);
/**
 * Reads the second number in the name of a migration that takes something away. Versions that know a migration of that number, or a later one, do
 * without what is taken.
 */
const NEEDS = /^\d{4}-[a-z-]+-needs-(\d{4})\.sql$/;

/**
 * Brings the tables to what this version knows, in the order of the migrations' file names, which never change. Of several processes that start at once
 * one does it, and the others wait. This version goes on with what a newer one has only added, so that an institution can go back. Returns a sentence
 * where it cannot go on.
 */
export async function migrate(db: Db, folder = FOLDER): Promise<string | null> {
  const known = readMigrations(folder);
  const later = await findLater(db, known);
  if (later) return judgeUnknownMigrations(later, known);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return null;
  // A newer version may have come meanwhile.
  const cameMeanwhile = await findLater(db, known);
  if (!cameMeanwhile) throw error;
  return judgeUnknownMigrations(cameMeanwhile, known);
}

/** Returns the migrations of the tables that this version does not know. Null: there are none, or some that this version knows are still to be done. */
async function findLater(db: Db, known: Record<string, Migration>): Promise<string[] | null> {
  const { rows: has } = await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db);
  if (has.length === 0) return null;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const done = new Set(rows.map(({ name }) => name));
  const hasAll = Object.keys(known).every((name) => done.has(name));
  const later = [...done].filter((name) => !Object.hasOwn(known, name));
  return hasAll && later.length > 0 ? later : null;
}

function judgeUnknownMigrations(later: readonly string[], known: Record<string, Migration>): string | null {
  const newest = Object.keys(known).toSorted().at(-1) ?? '';
  const unfit = later.find((name) => (NEEDS.exec(name)?.[1] ?? '') > newest);
  return unfit === undefined
    ? null
    : `The database was changed by a newer version, which this one cannot go on with (${unfit}). Start the newer one, or restore a backup of before.`;
}

function readMigrations(folder: URL): Record<string, Migration> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return Object.fromEntries(files.map((file) => [file, readMigration(new URL(file, folder))]));
}

function readMigration(file: URL): Migration {
  const text = readFileSync(file, 'utf8').replace(/^--.*\n/gm, '');
  const statements = text.split(/\n\s*\n/).filter((statement) => statement.trim() !== '');
  return {
    async up(db) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
