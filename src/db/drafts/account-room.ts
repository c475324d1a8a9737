import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepsDraftsInAccount } from '../core/metadata.ts';
import { readLimits } from '../core/read-limits.ts';
import { isOpen } from './drafts.ts';

interface AccountUse {
  drafts: number;
  /** Files of drafts and of requests that are not sent yet. */
  files: number;
  bytes: number;
}

export interface AccountRoom {
  used: AccountUse;
  /** The limits that the server publishes. */
  most: AccountUse;
  /** One of the limits is nearly reached: the next drafts or files may stay on this device only. */
  isNearlyFull: boolean;
}

const NEARLY = 0.9;

/** How much of what an account may keep is used, as far as this device knows; null while drafts are kept on the device only. */
export async function readAccountRoom(db: CitizenDatabase): Promise<AccountRoom | null> {
  if (!(await keepsDraftsInAccount(db))) return null;
  const limits = await readLimits(db);
  const drafts = await db.drafts.filter(isOpen).count();
  const used: AccountUse = { drafts, files: 0, bytes: 0 };
  await db.attachments.each(({ size, removedAt }) => {
    if (removedAt !== null) return;
    used.files += 1;
    used.bytes += size;
  });
  const most = {
    drafts: limits.accountDraftsMaxCount,
    files: limits.accountUploadsMaxCount,
    bytes: limits.accountUploadsMaxTotalBytes,
  };
  const isNearlyFull = (['drafts', 'files', 'bytes'] as const).some((of) => used[of] >= NEARLY * most[of]);
  return { used, most, isNearlyFull };
}
