import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const NOW = new URL('../db/migrations/', import.meta.url);

/** Returns the migrations of a later version, for the running test: the existing ones, and one more with these statements. */
export function addMigration(name: string, statements: readonly string[]): URL {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-later-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(NOW, folder, { recursive: true });
  writeFileSync(join(folder, name), statements.join('\n\n'));
  return pathToFileURL(`${folder}/`);
}

/** Returns the migrations of an earlier version, up to the one of this number. */
export function migrationsUntil(number: string): URL {
  const folder = addMigration('9999-none.sql', []);
  for (const name of readdirSync(folder)) if (name.slice(0, 4) > number) rmSync(new URL(name, folder));
  return folder;
}
