import { problem } from '../contract/problem.ts';
import type { Problem } from '../contract/types.ts';
import type { Limits } from './limits.ts';

/** What an account holds at the server. Uploads that a request names are not counted. */
export interface Usage {
  drafts: number;
  uploads: number;
  uploadBytes: number;
}

type Quota = Extract<NonNullable<Problem['quota']>, `account${string}`>;

const QUOTAS: Record<keyof Usage, Quota> = {
  drafts: 'accountDraftsMaxCount',
  uploads: 'accountUploadsMaxCount',
  uploadBytes: 'accountUploadsMaxTotalBytes',
};

const KINDS = Object.keys(QUOTAS) as readonly (keyof Usage)[];

/** Finds the quota that an addition would exceed, if any. */
export function findFullQuota(usage: Usage, more: Partial<Usage>, limits: Limits): Quota | null {
  const full = KINDS.find(
    (kind) => (more[kind] ?? 0) > 0 && usage[kind] + (more[kind] ?? 0) > limits[QUOTAS[kind]],
  );
  return full ? QUOTAS[full] : null;
}

/** Throws `quota-reached` if the addition would exceed a quota. */
export function requireRoom(usage: Usage, more: Partial<Usage>, limits: Limits): void {
  const quota = findFullQuota(usage, more, limits);
  if (quota) throw problem('quota-reached', { quota });
}

export function addUsage(usage: Usage, by: Partial<Usage>): Usage {
  const { drafts = 0, uploads = 0, uploadBytes = 0 } = by;
  return {
    drafts: usage.drafts + drafts,
    uploads: usage.uploads + uploads,
    uploadBytes: usage.uploadBytes + uploadBytes,
  };
}
