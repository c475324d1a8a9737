import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepPrivate, OWNER_ALONE } from './private-folder.ts';

const SECRET_BYTES = 32;
export const DATABASE_FOLDER = 'postgres';
export const SECRET_FILE = 'secret';

export interface EmbeddedFolder {
  database: string;
  secret: Uint8Array;
}

/** Where one process keeps everything, for nobody else to read. Answers a sentence where another one does already: two would spoil each other's. */
export function openEmbeddedFolder(folder: string): EmbeddedFolder | string {
  const shared = keepPrivate(folder);
  if (shared !== null) return shared;
  const other = findOtherProcess(join(folder, 'process'));
  if (other !== null)
    return `What is in ${folder} is used by process ${other}. Stop it, or choose another DATA_DIR.`;
  writeFileSync(join(folder, 'process'), String(process.pid));
  return { database: join(folder, DATABASE_FOLDER), secret: keepSecret(join(folder, SECRET_FILE)) };
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

function keepSecret(file: string): Uint8Array {
  if (!existsSync(file)) {
    // Whole or not at all: half a secret would open nothing.
    writeFileSync(`${file}.part`, randomBytes(SECRET_BYTES), { mode: OWNER_ALONE });
    renameSync(`${file}.part`, file);
  }
  return new Uint8Array(readFileSync(file));
}
