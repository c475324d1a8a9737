import type { CitizenDatabase } from '../core/citizen-database.ts';

/**
 * Erases what was deleted (`purgeDeleted`), opens stranded drafts (`reopenStranded`) and makes drafts of left words (`takeUpLeftWords`). Their code is
 * loaded only where there may be some.
 */
export async function tidyIfNeeded(db: CitizenDatabase, now: Date): Promise<void> {
  const tables = [db.drafts, db.pendingText, db.attachments, db.files];
  const counts = await Promise.all(tables.map((table) => table.count()));
  if (counts.every((count) => count === 0)) return;
  // If the code cannot be loaded, everything stays as it is until the next start.
  const tidy = await import('./tidy.ts').catch(() => null);
  if (!tidy) return;
  await tidy.reopenStranded(db);
  await tidy.purgeDeleted(db, now);
  // Last, since it needs room, which the purge may bring.
  await tidy.takeUpLeftWords(db, now);
}
