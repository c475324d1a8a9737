import { problem } from '../contract/problem.ts';
import { addUsage, findFullQuota, type Quota, type Usage } from '../domain/account-usage.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import type { Call } from './call.ts';
import { citizenOf } from './session.ts';

export async function findReachedQuota(
  call: Call,
  citizenId: string,
  more: Partial<Usage>,
): Promise<Quota | null> {
  const { usage } = await citizenOf(call, citizenId);
  return findFullQuota(usage, more, DEFAULT_LIMITS);
}

/** Throws `quota-reached`. */
export async function requireRoom(call: Call, citizenId: string, more: Partial<Usage>): Promise<void> {
  const quota = await findReachedQuota(call, citizenId, more);
  if (quota) throw problem('quota-reached', { quota });
}

/** In the transaction of what is kept or goes: nothing is ever counted anew. */
export async function changeUsage(call: Call, citizenId: string, by: Partial<Usage>): Promise<void> {
  const citizen = await citizenOf(call, citizenId);
  await call.tx.put('citizens', citizenId, { ...citizen, usage: addUsage(citizen.usage, by) });
}
