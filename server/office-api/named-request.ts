import type { OfficeRequestBody } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';

export async function requireRequest(db: Db, reference: string): Promise<OfficeRequest> {
  const found = await findByReference(db, reference);
  if (!found) throw problem('not-found');
  return found;
}

/** Which citizen it is by its id is the server's own matter. */
export async function openRequest(
  context: Context,
  program: string,
  reference: string,
): Promise<OfficeRequestBody> {
  const { citizenId: _id, ...request } = await requireRequest(context.db, reference);
  await record(context, context.db, { who: `token ${program}`, what: 'requestOpened', reference });
  return request;
}
