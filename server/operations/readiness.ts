import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../db/schema.ts';

/** Sooner than whoever asks gives up. */
const ANSWERS_WITHIN_MS = 2000;

/**
 * Whether the database answers. That its tables are as this version knows them is certain: the server listens only after that. It is asked once at a
 * time, however many want to know: each question would take a connection.
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
