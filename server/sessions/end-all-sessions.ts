import { UNENDED } from '../../domain/session-life.ts';
import type { Tx } from '../db/schema.ts';
import { endSubscriptionsOfEnded } from '../push/push-rows.ts';

/**
 * For whoever holds the citizen's lock: no session is open any more but the one that stays, nor does a ticket send, and no sign-in that has begun goes
 * on. A device of one's own stays in the list, as it may keep words, and what is asked of one stays asked.
 */
export async function endAllSessions(tx: Tx, citizenId: string, stays: string | null = null): Promise<void> {
  await tx.deleteFrom('waitingSignIns').where('citizenId', '=', citizenId).execute();
  await tx
    .deleteFrom('sessions')
    .where((row) => row.and({ citizenId, stage: 'signedIn', shared: true }))
    .where('id', '!=', stays ?? '')
    .execute();
  await tx
    .updateTable('sessions')
    .set({ stage: 'ended' })
    .where('citizenId', '=', citizenId)
    .where('stage', 'in', UNENDED)
    .where('id', '!=', stays ?? '')
    .execute();
  await endSubscriptionsOfEnded(tx, citizenId);
}
