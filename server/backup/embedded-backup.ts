import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { connectEmbedded } from '../db/connect.ts';
import { hasDatabase, keepSecret, openEmbeddedFolder, SECRET_FILE } from '../embedded-folder.ts';
import { createSeal } from '../seal.ts';
import { doesSealFit, findSealed, OTHER_SECRET } from '../seal-fits.ts';
import { noteBackup } from './note-backup.ts';
import { type GivenUp, settleRestored } from './settle-restored.ts';
import { writeBeside } from './write-beside.ts';

/** A file that every data folder of PostgreSQL has. */
const VERSION_FILE = 'PG_VERSION';

/** Returns a sentence if no backup can be made, else null. */
export async function backUpEmbedded(folder: string, file: string): Promise<string | null> {
  if (!hasDatabase(folder)) return `There is no database in ${folder}.`;
  const opened = openEmbeddedFolder(folder);
  if (typeof opened === 'string') return opened;
  const database = new PGlite({ dataDir: opened.database });
  const begunAt = Date.now();
  const dump = await database.dumpDataDir('gzip');
  await database.close();
  await writeBeside(file, async (part) => {
    await writeFile(part, new Uint8Array(await dump.arrayBuffer()));
    return null;
  });
  const db = connectEmbedded(opened.database);
  await noteBackup(db, begunAt);
  await db.destroy();
  return null;
}

/**
 * Restores only where there is no database yet: a typing error in `DATA_DIR` must not overwrite another one. The restored database gets its name once
 * it is whole, fits the secret and has been settled.
 */
export async function restoreEmbedded(
  folder: string,
  file: string,
  secret: Uint8Array | null,
): Promise<GivenUp | string> {
  if (hasDatabase(folder)) return `There is a database in ${folder} already. Choose an empty DATA_DIR.`;
  if (!secret && !existsSync(join(folder, SECRET_FILE)))
    return `The secret is missing: put the file ${SECRET_FILE} of the server that was backed up into ${folder}, or set SECRET. Without it nobody can sign in.`;
  if (!existsSync(file)) return `There is no file ${file}.`;
  const backup = await readFile(file);
  if (!(await isWholeBackup(backup)))
    return `${file} is no backup of the embedded database, or not all of it.`;
  const opened = openEmbeddedFolder(folder);
  if (typeof opened === 'string') return opened;
  const part = `${opened.database}.part`;
  try {
    await unpack(backup, part);
    const settled = await settle(part, secret ?? keepSecret(folder));
    if (typeof settled !== 'string') await rename(part, opened.database);
    return settled;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** PGlite is given whole backups only: anything else makes it end the process by an error that nobody can catch. */
async function isWholeBackup(backup: Uint8Array): Promise<boolean> {
  const unpacked = await promisify(gunzip)(backup).catch(() => null);
  return unpacked?.includes(VERSION_FILE) ?? false;
}

/** Deletes first what an interrupted restore has left in the folder `part`. */
async function unpack(backup: Uint8Array<ArrayBuffer>, part: string): Promise<void> {
  await rm(part, { recursive: true, force: true });
  const database = new PGlite({ dataDir: part, loadDataDir: new Blob([backup]) });
  await database.waitReady;
  await database.close();
}

async function settle(part: string, secret: Uint8Array): Promise<GivenUp | string> {
  const db = connectEmbedded(part);
  const settled = await settleRestored(db);
  const fits = doesSealFit(createSeal(secret), await findSealed(db));
  await db.destroy();
  return fits ? settled : OTHER_SECRET;
}
