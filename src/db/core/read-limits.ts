import { DEFAULT_LIMITS, type Limits } from '../../../domain/limits.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import { readMetadata } from './metadata.ts';

/** Reads the limits that the server published, or the defaults. It has its own file, so that first pages do not load the defaults. */
export async function readLimits(db: CitizenDatabase): Promise<Limits> {
  return (await readMetadata(db, 'limits')) ?? DEFAULT_LIMITS;
}
