import type { Rating } from '../../../contract/types.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { countChange } from '../core/counters.ts';
import { addToOutbox } from '../outbox/add-to-outbox.ts';
import { byType } from '../outbox/commands.ts';
import { listWaiting } from '../outbox/outbox.ts';
import { dropRatingDraft, readRatingDraft } from '../outbox/rating-draft.ts';
import { takeBackEntry } from '../outbox/take-back.ts';
import { withReadMark } from './requests.ts';

/** *Anular pedido*. A second press, or a second tab, changes nothing. */
export async function withdrawRequest(db: CitizenDatabase, requestId: string, now: Date): Promise<void> {
  await db.transaction('rw', db.outbox, db.metadata, db.requests, async () => {
    if ((await db.requests.get(requestId))?.state === 'withdrawn') return;
    await addToOutbox(db, requestId, { type: 'withdraw' }, now);
  });
}

/** Takes the withdrawal back. Returns false once it may be on its way, or is done. */
export async function cancelWithdrawal(db: CitizenDatabase, requestId: string, now: Date): Promise<boolean> {
  const [waiting] = byType(await listWaiting(db, requestId), 'withdraw');
  return waiting !== undefined && takeBackEntry(db, waiting.commandId, now);
}

/** *Avaliar a resposta*; the last rating counts. It is no longer being written. */
export async function rateAnswer(db: CitizenDatabase, requestId: string, rating: Rating, now: Date) {
  await db.transaction('rw', db.outbox, db.metadata, async () => {
    await addToOutbox(db, requestId, { type: 'rate', rating }, now);
    await dropRatingDraft(db, requestId);
  });
}

/** *Fechar avaliação*. Words stay; a mere choice is no longer being written, since a radio button cannot be undone. */
export async function closeRating(db: CitizenDatabase, requestId: string): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    const written = await readRatingDraft(db, requestId);
    if (written?.comment.trim() === '') await dropRatingDraft(db, requestId);
  });
}

/** Notes that the citizen has read everything up to an instant of the server's clock. Lists show it at once; the outbox tells the server. */
export async function markRead(db: CitizenDatabase, requestId: string, readUpTo: string, now: Date) {
  await db.transaction('rw', [db.outbox, db.metadata, db.requests, db.counters], async () => {
    const before = await db.requests.get(requestId);
    if (!before || (before.readUpTo !== null && before.readUpTo >= readUpTo)) return;
    const after = withReadMark(before, readUpTo);
    await db.requests.put(after);
    await countChange(db, before, after);
    await addToOutbox(db, requestId, { type: 'markRead', readUpTo }, now);
  });
}
