import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { readRequest } from '../../db/requests/requests.ts';

/** Reads a receipt with the id of its owner, since somebody else may have signed in since. */
export async function readReceipt(db: CitizenDatabase, requestId: string) {
  const [request, profile] = await Promise.all([readRequest(db, requestId), readProfile(db)]);
  return { citizenId: db.citizenId, request, profile };
}

export type Receipt = Awaited<ReturnType<typeof readReceipt>>;
