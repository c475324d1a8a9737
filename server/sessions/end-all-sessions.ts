import type { Tx } from '../db/schema.ts';
import { endSubscriptionsOfEnded } from '../push/push-rows.ts';

/**
 * For whoever holds the citizen's lock: no session is open any more but the one that stays, and no sign-in that has begun goes on. A device of one's
 * own stays in the list, as it may keep words, and what is asked of one stays asked.
 */
export async function endAllSessions(tx: Tx, citizenId: string, stays: string | null = null): Promise<void> {
  await tx.deleteFrom('waitingSignIns').where('citizenId', '=', citizenId).execute();
  const open = { citizenId, stage: 'signedIn' } as const;
  await tx
    .deleteFrom('sessions')
    .where((row) => row.and({ ...open, shared: true }))
    .where('id', '!=', stays ?? '')
    .execute();
  await tx
    .updateTable('sessions')
    .set({ stage: 'ended' })
    .where((row) => row.and(open))
    .where('id', '!=', stays ?? '')
    .execute();
  await endSubscriptionsOfEnded(tx, citizenId);
}
