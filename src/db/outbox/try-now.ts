import type { CitizenDatabase } from '../core/citizen-database.ts';
import { requestRound } from '../core/metadata.ts';

/** *Tentar enviar agora*: every waiting entry is due at once. */
export async function tryNow(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.metadata, async () => {
    await db.outbox.toCollection().modify({ nextAttemptAt: now.getTime() });
    await requestRound(db);
  });
}
