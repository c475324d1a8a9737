import type { Db } from './db/schema.ts';
import { PROGRAM } from './how-to-call.ts';
import type { Seal } from './seal.ts';

export const OTHER_SECRET = `The SECRET is not the one that this was written with: no NISS can be read with it, and nobody could sign in. A backup of before rotate-secret needs the SECRET of before. Where ${PROGRAM} rotate-secret was interrupted, call it again.`;

/** A text that was sealed with the secret, and its owner. */
export interface Sealed {
  owner: string;
  sealed: Uint8Array;
}

/** Returns the sealed NISS of any citizen: all are sealed with one secret. Without citizens there still is the key of receipts, since the server's first start. */
export async function findSealed(db: Db): Promise<Sealed | undefined> {
  const ofCitizens = db.selectFrom('citizens').select(['id as owner', 'nissSealed as sealed']).limit(1);
  const ofReceipts = db
    .selectFrom('receiptKeys')
    .select(['kid as owner', 'privateSealed as sealed'])
    .limit(1);
  return (await ofCitizens.executeTakeFirst()) ?? (await ofReceipts.executeTakeFirst());
}

/** When nothing is sealed yet, any secret fits. */
export function doesSealFit(seal: Seal, any: Sealed | undefined): boolean {
  if (!any) return true;
  try {
    seal.open(any.sealed, any.owner);
    return true;
  } catch {
    return false;
  }
}
