import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepPrivate, OWNER_ALONE } from './private-folder.ts';
import { SECRET_BYTES } from './secret-setting.ts';

export const DATABASE_FOLDER = 'postgres';
export const SECRET_FILE = 'secret';
const NEXT_SECRET_FILE = 'secret.next';
const SECRET_FILE_BEFORE = 'secret.before';

/** Where one process keeps everything, for nobody else to read. Answers a sentence where another one does already: two would spoil each other's. */
export function openEmbeddedFolder(folder: string): { database: string } | string {
  const shared = keepPrivate(folder);
  if (shared !== null) return shared;
  const other = findOtherProcess(join(folder, 'process'));
  if (other !== null)
    return `What is in ${folder} is used by process ${other}. Stop it, or choose another DATA_DIR.`;
  writeFileSync(join(folder, 'process'), String(process.pid));
  return { database: join(folder, DATABASE_FOLDER) };
}

/** A number that stands there from before a crash may be nobody's by now, or ours. */
function findOtherProcess(file: string): number | null {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : null;
  }
}

/** That of the folder, made where there is none. */
export function keepSecret(folder: string): Uint8Array {
  return keep(join(folder, SECRET_FILE));
}

/** That which is to take its place: on the disk before anything is sealed with it, so that whoever is interrupted goes on with the same. */
export function keepNextSecret(folder: string): Uint8Array {
  return keep(join(folder, NEXT_SECRET_FILE));
}

/** At once. The one of before stays beside it: it opens the backups of before. */
export function replaceSecret(folder: string): void {
  const file = join(folder, SECRET_FILE);
  copyFileSync(file, join(folder, SECRET_FILE_BEFORE));
  renameSync(join(folder, NEXT_SECRET_FILE), file);
}

function keep(file: string): Uint8Array {
  if (!existsSync(file)) {
    // Whole or not at all: half a secret would open nothing.
    writeFileSync(`${file}.part`, randomBytes(SECRET_BYTES), { mode: OWNER_ALONE, flush: true });
    renameSync(`${file}.part`, file);
  }
  return new Uint8Array(readFileSync(file));
}
