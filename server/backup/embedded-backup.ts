import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DATABASE_FOLDER, openEmbeddedFolder, SECRET_FILE } from '../embedded-folder.ts';
import { writeBeside } from './write-beside.ts';

/** Answers a sentence where it cannot be. */
export async function backUpEmbedded(folder: string, file: string): Promise<string | null> {
  if (!existsSync(join(folder, DATABASE_FOLDER))) return `There is no database in ${folder}.`;
  const opened = openEmbeddedFolder(folder);
  if (typeof opened === 'string') return opened;
  const database = new PGlite({ dataDir: opened.database });
  const dump = await database.dumpDataDir('gzip');
  await database.close();
  return writeBeside(file, async (part) => {
    await writeFile(part, new Uint8Array(await dump.arrayBuffer()));
    return null;
  });
}

/** Only where there is nothing yet: a typing error in `DATA_DIR` must not cost what stands there. */
export async function restoreEmbedded(
  folder: string,
  file: string,
  hasSecret: boolean,
): Promise<string | null> {
  if (existsSync(join(folder, DATABASE_FOLDER)))
    return `There is a database in ${folder} already. Choose an empty DATA_DIR.`;
  if (!hasSecret && !existsSync(join(folder, SECRET_FILE)))
    return `The secret is missing: put the file ${SECRET_FILE} of the server that was backed up into ${folder}, or set SECRET. Without it nobody can sign in.`;
  const opened = openEmbeddedFolder(folder);
  if (typeof opened === 'string') return opened;
  const dump = new Blob([await readFile(file)]);
  const database = new PGlite({ dataDir: opened.database, loadDataDir: dump });
  await database.waitReady;
  await database.close();
  return null;
}
