import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NOW = new URL('../db/migrations/', import.meta.url);

/** Returns the migrations of a later version: the existing ones, and one more with these statements. */
export function addMigration(name: string, statements: readonly string[]): URL {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-later-'));
  cpSync(NOW, folder, { recursive: true });
  writeFileSync(join(folder, name), statements.join('\n\n'));
  return pathToFileURL(`${folder}/`);
}
