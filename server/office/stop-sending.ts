import type { Tx } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';

/** The columns of an act that is not on its way. */
export const HALF_WRITTEN = { key: null, seenMoves: null, sendsAt: null } as const;

/** Stops what one clerk (null: any) has on its way, as the operator wants. The words are drafts again, and the list tells their clerk. */
export async function stopSending(
  tx: Tx,
  stopped: 'by-operator' | 'restored',
  userName: string | null,
): Promise<void> {
  await tx
    .updateTable('officeUnsent')
    .set({ ...HALF_WRITTEN, stopped })
    .where('sendsAt', 'is not', null)
    .$if(userName !== null, (ofAny) => ofAny.where('userName', '=', userName))
    .execute();
}

/**
 * Stops what is on its way about a request that is about to be forwarded: its new service could neither read it nor go on before its time. The words stay with
 * the service that had the request.
 */
export async function stopBeforeForwarding(tx: Tx, { citizenId, id }: NamedRequest): Promise<void> {
  await tx
    .updateTable('officeUnsent')
    .set({ ...HALF_WRITTEN, stopped: 'changed' })
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('sendsAt', 'is not', null)
    .execute();
}
