import type { CitizenDatabase } from '../core/citizen-database.ts';
import { requestRound } from '../core/metadata.ts';
import { listWaiting, resetOutboxBackoff } from './outbox.ts';

/** Whether an entry waits that can be sent before its owner signs in. */
export async function canTryNow(db: CitizenDatabase): Promise<boolean> {
  return (await listWaiting(db)).some(({ waitReason }) => waitReason !== 'signedOut');
}

/** *Tentar enviar agora*. */
export async function tryNow(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.metadata, async () => {
    await resetOutboxBackoff(db, now);
    await requestRound(db);
  });
}
