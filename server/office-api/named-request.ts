import type { OfficeRequestBody } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Context } from '../context.ts';
import type { Assignment } from '../office/assignment.ts';
import { findForReader, type OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import type { Reader } from '../services/reach.ts';

/** Throws `not-found`, also for another service's request. */
export async function requireRequest(
  context: Context,
  reader: Reader,
  reference: string,
): Promise<OfficeRequest> {
  const found = await findForReader(context, reader, reference);
  if (!found) throw problem('not-found');
  return found;
}

/** Returns the request after the record says that somebody reads it. */
export async function tellRequest(
  context: Context,
  { who }: Reader,
  found: OfficeRequest,
): Promise<OfficeRequestBody> {
  const { reference } = found.request;
  await record(context, context.db, { who, what: 'requestOpened', reference });
  return describeRequest(found);
}

/** Leaves out the ids by which the server itself names the request: programs name it by its reference. */
function describeRequest({
  citizenId: _citizen,
  id: _id,
  assignment,
  ...request
}: OfficeRequest): OfficeRequestBody {
  return { ...request, ...tellAssignment(assignment) };
}

export function tellAssignment({
  service,
  assignee,
}: Assignment): Pick<OfficeRequestBody, 'service' | 'assignee'> {
  return { service: service && { id: service.id, name: service.name }, assignee };
}
