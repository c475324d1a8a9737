import type { CitizenDatabase } from '../core/citizen-database.ts';
import { requestRound } from '../core/metadata.ts';
import { listWaiting } from './outbox.ts';

/** Whether something waits that can go without its owner. */
export async function canTryNow(db: CitizenDatabase): Promise<boolean> {
  return (await listWaiting(db)).some(({ waitReason }) => waitReason !== 'signedOut');
}

/** *Tentar enviar agora*: every waiting entry is due at once, but for what waits for its owner. */
export async function tryNow(db: CitizenDatabase, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.metadata, async () => {
    await db.outbox
      .filter(({ waitReason }) => waitReason !== 'signedOut')
      .modify({ nextAttemptAt: now.getTime() });
    await requestRound(db);
  });
}
