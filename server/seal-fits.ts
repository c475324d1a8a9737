import type { CitizenRow, Db } from './db/schema.ts';
import { PROGRAM } from './how-to-call.ts';
import type { Seal } from './seal.ts';

export const OTHER_SECRET = `The SECRET is not the one that this was written with: no NISS can be read with it, and nobody could sign in. Where ${PROGRAM} rotate-secret was interrupted, call it again.`;

export type SealedCitizen = Pick<CitizenRow, 'id' | 'nissSealed'>;

/** Anybody: all are sealed with one secret. */
export function findSealed(db: Db): Promise<SealedCitizen | undefined> {
  return db.selectFrom('citizens').select(['id', 'nissSealed']).limit(1).executeTakeFirst();
}

/** Where there is nobody yet, any does. */
export function doesSealFit(seal: Seal, someone: SealedCitizen | undefined): boolean {
  if (!someone) return true;
  try {
    seal.open(someone.nissSealed, someone.id);
    return true;
  } catch {
    return false;
  }
}
