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

/** The citizen is not gone: from now on a write that fails is to be told. */
export async function reopen(db: CitizenDatabase): Promise<void> {
  await db.open();
  erased.delete(db);
}

/** Whether a write that failed was to fail. */
export function isErased(db: CitizenDatabase): boolean {
  return erased.has(db);
}
