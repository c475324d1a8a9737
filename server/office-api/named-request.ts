import type { OfficeRequestBody } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Db } from '../db/schema.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';

export async function requireRequest(db: Db, reference: string): Promise<OfficeRequest> {
  const found = await findByReference(db, reference);
  if (!found) throw problem('not-found');
  return found;
}

/** Which citizen it is by its id is the server's own matter. */
export function describeRequest({ citizenId: _id, ...request }: OfficeRequest): OfficeRequestBody {
  return request;
}
