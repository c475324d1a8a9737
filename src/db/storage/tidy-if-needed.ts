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
  const parts = await Promise.all([
    import('../outbox/reopen-stranded.ts'),
    import('../drafts/left-words.ts'),
    import('./purge-deleted.ts'),
  ]).catch(() => null);
  if (!parts) return;
  const [{ reopenStranded }, { takeUpLeftWords }, { purgeDeleted }] = parts;
  await reopenStranded(db);
  await purgeDeleted(db, now);
  // Last, since it needs room, which the purge may bring.
  await takeUpLeftWords(db, now);
}
