import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';

/**
 * Calls `attend` with the current database, and again with each one that takes its place. What `attend` returns is called when its database is left.
 * Returns the function that ends it.
 */
export function followCurrent(
  { database, subscribe }: CurrentDatabase,
  attend: (db: CitizenDatabase | null) => (() => void) | undefined,
): () => void {
  let leave = attend(database());
  const stopFollowing = subscribe((db) => {
    leave?.();
    leave = attend(db);
  });
  return () => {
    stopFollowing();
    leave?.();
  };
}
