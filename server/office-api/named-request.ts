import type { OfficeRequestBody, OfficeRequestSummary } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Context } from '../context.ts';
import { type Assignment, describeAssignment } from '../office/assignment.ts';
import type { OfficeRow } from '../office/office-rows.ts';
import { findForReader, type OfficeRequest } from '../office/read-request.ts';
import { record } from '../office/record.ts';
import type { Reader } from '../services/reach.ts';
import type { Service } from '../services/services.ts';

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

function tellAssignment({ service, assignee }: Assignment): Pick<OfficeRequestBody, 'service' | 'assignee'> {
  return { service: service && { id: service.id, name: service.name }, assignee };
}

/** Returns what a list tells of a request. `services`: all services of the office. */
export function summarize(services: readonly Service[], row: OfficeRow): OfficeRequestSummary {
  const { reference, kind, state, receivedAt, dueOn, deadlinePaused, office } = row.request;
  return {
    reference,
    citizenName: row.citizenName,
    kind,
    state,
    receivedAt,
    dueOn,
    deadlinePaused,
    officeName: office.name,
    ...tellAssignment(describeAssignment(services, row)),
  };
}
