import { UNENDED } from '../../domain/session-life.ts';
import type { Tx } from '../db/schema.ts';
import { endSubscriptionsOfEnded } from '../push/push-rows.ts';

/**
 * Ends all sessions and tickets of a citizen, except the session `stays`, and all sign-ins that have begun; the caller holds the citizen's lock. The citizen's
 * own devices stay in the list, since they may keep words, and a device that was asked to erase is still asked.
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
