import { SHARE_FAILURES, type ShareFailure } from '../../../shared/share-address.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { Share } from '../../db/core/device-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readShare } from '../../db/core/shares.ts';
import { withDevice } from '../../db/core/with-device.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';

/** The content shared with this citizen. `citizenId` is the owner: it is shown to nobody else. */
export interface SharedHere {
  citizenId: string;
  share: Share;
  drafts: DraftRow[];
}

/**
 * `gone`: the share is in a draft already, was not wanted, belongs to another citizen, or is too old. `leftOut`: none of its files was kept, and it has no
 * words.
 */
export type WhyNothing = ShareFailure | 'gone' | 'leftOut';

/** Reads a share; null where it holds nothing for this citizen. */
export async function readSharedHere(
  db: CitizenDatabase | null,
  id: unknown,
  now: Date,
): Promise<SharedHere | null> {
  if (!db || typeof id !== 'string') return null;
  const { citizenId } = db;
  // A device that keeps nothing has kept no share either.
  const share = await withDevice((device) => readShare(device, id, citizenId, now)).catch(() => undefined);
  return share ? { citizenId, share, drafts: await listOpenDrafts(db) } : null;
}

export function readWhyNothing(failure: unknown): WhyNothing {
  return SHARE_FAILURES.find((known) => known === failure) ?? 'gone';
}
