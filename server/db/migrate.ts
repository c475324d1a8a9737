import { readdirSync, readFileSync } from 'node:fs';
import { type Migration, Migrator, sql } from 'kysely';
import type { Db } from './schema.ts';

const FOLDER = new URL('migrations/', import.meta.url);

/** Brings the tables to what this version knows, in the order of the files' names, which stay as they are. Of several processes that start at once one does it, the others wait. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => readMigrations() } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

function readMigrations(): Record<string, Migration> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));
  return Object.fromEntries(files.map((file) => [file, readMigration(file)]));
}

function readMigration(file: string): Migration {
  const text = readFileSync(new URL(file, FOLDER), 'utf8').replace(/^--.*\n/gm, '');
  const statements = text.split(/\n\s*\n/).filter((statement) => statement.trim() !== '');
  return {
    async up(db) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
