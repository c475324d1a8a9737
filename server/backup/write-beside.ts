import { chmod, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OWNER_ALONE } from '../private-folder.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The letters that `mkdtemp` adds to a name. */
const SOME_LETTERS = /^[0-9A-Za-z]{6}$/;

/**
 * Replaces a file once the new one is whole and on the disk; until then the last good backup keeps the name. The new file is written in a folder beside
 * it, into which nobody else can look. Passes on the sentence of a writer that failed.
 */
export async function writeBeside(
  file: string,
  write: (part: string) => Promise<string | null>,
  sync: (path: string) => Promise<void> = syncToDisk,
): Promise<string | null> {
  await forgetAbandoned(file);
  const folder = await mkdtemp(beside(file));
  try {
    const part = join(folder, basename(file));
    const failed = await write(part);
    if (failed !== null) return failed;
    await chmod(part, OWNER_ALONE);
    await sync(part);
    await rename(part, file);
    // The name has to be on the disk too, or a power cut would take it.
    await sync(dirname(file));
    return null;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const beside = (file: string) => `${file}.part-`;

/** Deletes the folders of killed backups. A folder that was written to within a day may belong to a backup that is still running. */
async function forgetAbandoned(file: string): Promise<void> {
  const name = basename(beside(file));
  for (const each of await readdir(dirname(file), { withFileTypes: true })) {
    if (!each.isDirectory() || !each.name.startsWith(name)) continue;
    if (!SOME_LETTERS.test(each.name.slice(name.length))) continue;
    const folder = join(dirname(file), each.name);
    if ((await lastWritten(folder, file)) <= Date.now() - DAY_MS) await rm(folder, { recursive: true });
  }
}

/** Returns the present instant where the folder is gone, since its backup has finished meanwhile. */
async function lastWritten(folder: string, file: string): Promise<number> {
  const found = await stat(join(folder, basename(file)))
    .catch(() => stat(folder))
    .catch(() => null);
  return found?.mtimeMs ?? Date.now();
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}
