import type { CitizenDatabase } from '../core/citizen-database.ts';

/** Erases what was deleted (`purgeDeleted`) and opens stranded drafts (`reopenStranded`). Their code is loaded only where there may be some. */
export async function tidyIfNeeded(db: CitizenDatabase, now: Date): Promise<void> {
  const [drafts, attachments, files] = await Promise.all([
    db.drafts.count(),
    db.attachments.count(),
    db.files.count(),
  ]);
  if (drafts + attachments + files === 0) return;
  // If the code cannot be loaded, everything stays as it is until the next start.
  const parts = await Promise.all([
    import('../outbox/reopen-stranded.ts'),
    import('./purge-deleted.ts'),
  ]).catch(() => null);
  if (!parts) return;
  const [{ reopenStranded }, { purgeDeleted }] = parts;
  await reopenStranded(db);
  await purgeDeleted(db, now);
}
