import { sql } from 'kysely';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Db } from '../db/schema.ts';
import { isWithin, type Reach } from '../services/reach.ts';
import type { AssignedRow } from './assignment.ts';

/** A request in a list. */
export interface OfficeRow extends AssignedRow {
  citizenName: string;
  request: CitizenRequest;
}

/** Selects the requests of all citizens, as far as somebody may see them, with the service and the clerk who have each. */
export function officeRows(db: Db, reach: Reach) {
  return db
    .selectFrom('requests')
    .innerJoin('citizens', 'citizens.id', 'requests.citizenId')
    .leftJoin('assignments', (join) =>
      join
        .onRef('assignments.citizenId', '=', 'requests.citizenId')
        .onRef('assignments.requestId', '=', 'requests.id'),
    )
    .leftJoin('clerks', 'clerks.userName', 'assignments.assignee')
    .where(isWithin(reach))
    .select([
      'citizens.name as citizenName',
      'requests.request',
      'assignments.service',
      'clerks.userName as assignee',
      'clerks.name as assigneeName',
    ]);
}

/** Selects the last message of each request, for a query of `requests` to join laterally. */
export function lastMessage(db: Db) {
  return db
    .selectFrom('messages')
    .select('messages.message')
    .where('messages.citizenId', '=', sql.ref<string>('requests.citizenId'))
    .where('messages.requestId', '=', sql.ref<string>('requests.id'))
    .orderBy('messages.sequence', 'desc')
    .limit(1);
}
