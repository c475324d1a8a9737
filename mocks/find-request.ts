import { problem } from '../contract/problem.ts';
import type { Call } from './call.ts';
import { ownKey } from './own-key.ts';
import type { CitizenRow, RequestRow } from './tables.ts';

/** 404 also for somebody else's: that it exists is nobody's business. */
export async function findRequest({ tx }: Call, citizen: CitizenRow, requestId: string): Promise<RequestRow> {
  const row = await tx.get('requests', ownKey(citizen.id, requestId));
  if (!row) throw problem('not-found');
  return row;
}
