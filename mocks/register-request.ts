import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { type NewRequest, newRequest } from '../domain/new-request.ts';
import type { Call } from './call.ts';
import { ownKey } from './own-key.ts';
import { keepRequest } from './request-row.ts';
import type { RequestRow } from './tables.ts';

/** Makes a request and its reference. Nothing else does. */
export async function registerRequest(
  call: Call,
  citizenId: string,
  fresh: Omit<NewRequest, 'number'>,
): Promise<RequestRow> {
  const before = await call.tx.get('requests', ownKey(citizenId, fresh.id));
  const number = call.world.nextReference;
  call.world = { ...call.world, nextReference: number + 1 };
  const request = newRequest({ ...fresh, number }, DEFAULT_LIMITS);
  const row = { citizenId, commits: (before?.commits ?? 0) + 1, pausedDaysLeft: null, request };
  return keepRequest(call, row, before ?? null);
}
