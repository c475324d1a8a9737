import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Shorter than the time after which a health check gives up. */
const ANSWERS_WITHIN_MS = 2000;

/**
 * Tells whether the database answers. Its tables are certainly those of this version: the server listens only after it has migrated them. However many ask, the
 * database is asked once at a time: each question would take a connection.
 */
export function createReadiness(db: Db, withinMs = ANSWERS_WITHIN_MS): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  return () => {
    asked ??= sql`select 1`
      .execute(db)
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = null;
      });
    return Promise.race([asked, wait(withinMs, false, { ref: false })]);
  };
}
