import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markAsOurs } from './folder-mark.ts';
import { keepPrivate, OWNER_ALONE } from './private-folder.ts';
import { SECRET_BYTES } from './secret-setting.ts';

export const DATABASE_FOLDER = 'postgres';
export const SECRET_FILE = 'secret';
const NEXT_SECRET_FILE = 'secret.next';
const SECRET_FILE_BEFORE = 'secret.before';

/**
 * Prepares the folder in which one process keeps everything, readable by its owner alone. Returns a sentence when that fails, or when another process uses the
 * folder: two would spoil each other's data.
 */
export function openEmbeddedFolder(folder: string, place?: string): { database: string } | string {
  const shared = keepPrivate(folder);
  if (shared !== null) return shared;
  const other = markAsOurs(join(folder, 'process'), place);
  if (other !== null) return `What is in ${folder} is used by ${other}. Stop it, or choose another DATA_DIR.`;
  return { database: join(folder, DATABASE_FOLDER) };
}

export const hasDatabase = (folder: string): boolean => existsSync(join(folder, DATABASE_FOLDER));

/** Returns the folder's secret, and makes one when there is none. */
export function keepSecret(folder: string): Uint8Array {
  return keep(join(folder, SECRET_FILE));
}

/**
 * Returns the secret that is to replace the folder's. It is on the disk before anything is sealed with it, so that a rotation that was interrupted goes on with
 * the same one.
 */
export function keepNextSecret(folder: string): Uint8Array {
  return keep(join(folder, NEXT_SECRET_FILE));
}

/** Puts the next secret in the place of the folder's, in one step. The previous secret stays beside it: it opens older backups. */
export function replaceSecret(folder: string): void {
  const file = join(folder, SECRET_FILE);
  copyFileSync(file, join(folder, SECRET_FILE_BEFORE));
  renameSync(join(folder, NEXT_SECRET_FILE), file);
}

function keep(file: string): Uint8Array {
  if (!existsSync(file)) {
    // The file appears whole or not at all: half a secret would open nothing.
    writeFileSync(`${file}.part`, randomBytes(SECRET_BYTES), { mode: OWNER_ALONE, flush: true });
    renameSync(`${file}.part`, file);
  }
  return new Uint8Array(readFileSync(file));
}
