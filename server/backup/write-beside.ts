import { chmod, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OWNER_ALONE } from '../private-folder.ts';

/**
 * What stands there by that name is the last good one, until another is whole and on the disk. It is written in a folder beside, into which nobody
 * else can look, whoever writes. Passes on the sentence of a writer that could not.
 */
export async function writeBeside(
  file: string,
  write: (part: string) => Promise<string | null>,
): Promise<string | null> {
  const folder = await mkdtemp(`${file}.part-`);
  try {
    const part = join(folder, basename(file));
    const failed = await write(part);
    if (failed !== null) return failed;
    await chmod(part, OWNER_ALONE);
    await syncToDisk(part);
    await rename(part, file);
    return null;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file);
  await handle.sync();
  await handle.close();
}
