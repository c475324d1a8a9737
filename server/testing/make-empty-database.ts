import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { connectEmbedded } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file. */
    emptyDatabase: string;
  }
}

/** Once for all tests: to make one takes seconds, to copy it a third of one. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-empty-'));
  const dataDir = join(folder, 'data');
  const db = connectEmbedded({ dataDir });
  await migrate(db);
  await db.destroy();
  const database = await PGlite.create(dataDir);
  const file = join(folder, 'empty.tar');
  writeFileSync(file, Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer()));
  await database.close();
  provide('emptyDatabase', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
