import type { OfficeRequestSummary } from '../../contract/office-types.ts';
import { describeAssignment } from '../office/assignment.ts';
import type { OfficeRow } from '../office/office-rows.ts';
import type { Service } from '../services/services.ts';
import { tellAssignment } from './named-request.ts';

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
