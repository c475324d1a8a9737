import { SHARE_FAILURES, type ShareFailure } from '../../../shared/share-address.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { Share } from '../../db/core/share-schema.ts';
import { readShare } from '../../db/core/shares.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';

/** What was shared with whoever is here; `citizenId` names them: nobody else is shown it. */
export interface SharedHere {
  citizenId: string;
  share: Share;
  drafts: DraftRow[];
}

/** `gone`: it is in a draft, was not wanted, is somebody else's, or came too long ago. */
export type WhyNothing = ShareFailure | 'gone';

/** What shares are kept in is the device's, not a citizen's. */
export async function withDevice<T>(run: (device: DeviceDatabase) => Promise<T>): Promise<T> {
  const device = new DeviceDatabase();
  try {
    return await run(device);
  } finally {
    device.close();
  }
}

/** Null where there is nothing of it for whoever is here. */
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
