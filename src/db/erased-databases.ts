import type { CitizenDatabase } from './citizen-database.ts';

const erased = new WeakSet<CitizenDatabase>();

/**
 * Another tab erases the citizen. The database closes for good: at the next look Dexie would make a new one, and an editor that is just
 * leaving the screen would put words into it.
 */
export function closeErased(db: CitizenDatabase): void {
  erased.add(db);
  db.close();
}

/** Whether a write that failed was to fail. */
export function isErased(db: CitizenDatabase): boolean {
  return erased.has(db);
}
