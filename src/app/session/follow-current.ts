import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';

/** Attends to whoever is here, and to whoever comes after in their place; until told to stop. `attend` answers how to leave them. */
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
