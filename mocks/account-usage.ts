import { problem } from '../src/contract/problem.ts';
import type { Problem } from '../src/contract/types.ts';
import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import type { Call } from './call.ts';
import { citizenOf } from './session.ts';
import type { Usage } from './tables.ts';

const QUOTAS: Record<keyof Usage, NonNullable<Problem['quota']>> = {
  drafts: 'accountDraftsMaxCount',
  uploads: 'accountUploadsMaxCount',
  uploadBytes: 'accountUploadsMaxTotalBytes',
};

/** The quota that so much more would go beyond, if any. */
export async function findFullQuota(
  call: Call,
  citizenId: string,
  more: Partial<Usage>,
): Promise<Problem['quota'] | null> {
  const { usage } = await citizenOf(call, citizenId);
  const full = kindsOf(more).find((kind) => usage[kind] + (more[kind] ?? 0) > DEFAULT_LIMITS[QUOTAS[kind]]);
  return full ? QUOTAS[full] : null;
}

/** Throws `quota-reached`. */
export async function requireRoom(call: Call, citizenId: string, more: Partial<Usage>): Promise<void> {
  const quota = await findFullQuota(call, citizenId, more);
  if (quota) throw problem('quota-reached', { quota });
}

/** In the transaction of what is kept or goes: nothing is ever counted anew. */
export async function changeUsage(call: Call, citizenId: string, by: Partial<Usage>): Promise<void> {
  const citizen = await citizenOf(call, citizenId);
  const usage = { ...citizen.usage };
  for (const kind of kindsOf(by)) usage[kind] += by[kind] ?? 0;
  await call.tx.put('citizens', citizenId, { ...citizen, usage });
}

function kindsOf(usage: Partial<Usage>): (keyof Usage)[] {
  return (['drafts', 'uploads', 'uploadBytes'] as const).filter((kind) => usage[kind] !== undefined);
}
