import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { connectEmbedded } from '../db/connect.ts';
import type { Db } from '../db/schema.ts';

/** A database of a test's own, in memory, with its tables and nothing in them. */
export function openTestDatabase(): Db {
  return connectEmbedded({ loadDataDir: new Blob([readFileSync(inject('emptyDatabase'))]) });
}
