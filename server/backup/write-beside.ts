import { chmod, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OWNER_ALONE } from '../private-folder.ts';

const DAY_MS = 24 * 60 * 60_000;
/** What `mkdtemp` puts behind it. */
const SOME_LETTERS = /^[0-9A-Za-z]{6}$/;

/**
 * What stands there by that name is the last good one, until another is whole and on the disk. It is written in a folder beside, into which nobody
 * else can look, whoever writes. Passes on the sentence of a writer that could not.
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
    // Its name too, which a power cut would take otherwise.
    await sync(dirname(file));
    return null;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const beside = (file: string) => `${file}.part-`;

/** Those of whoever was killed. One into which something came within a day may be somebody's who is still at it. */
async function forgetAbandoned(file: string): Promise<void> {
  const name = basename(beside(file));
  for (const each of await readdir(dirname(file), { withFileTypes: true })) {
    if (!each.isDirectory() || !each.name.startsWith(name)) continue;
    if (!SOME_LETTERS.test(each.name.slice(name.length))) continue;
    const folder = join(dirname(file), each.name);
    if ((await lastWritten(folder, file)) <= Date.now() - DAY_MS) await rm(folder, { recursive: true });
  }
}

/** Now, where whoever was at it has finished meanwhile. */
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
