import { DEFAULT_LIMITS, type Limits } from '../../../domain/limits.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import { readMetadata } from './metadata.ts';

/** Apart from what else is kept: no first page needs the figures that stand until the server has been heard once. */
export async function readLimits(db: CitizenDatabase): Promise<Limits> {
  return (await readMetadata(db, 'limits')) ?? DEFAULT_LIMITS;
}
