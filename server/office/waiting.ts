import { sql } from 'kysely';
import { isDay } from '../../domain/lisbon-date.ts';
import { REQUEST_STATES, type RequestState, turnOf } from '../../domain/request-state.ts';
import type { Db } from '../db/schema.ts';
import type { Reach } from '../services/reach.ts';
import { type OfficeRow, officeRows } from './office-rows.ts';
import { isReference } from './read-request.ts';

/** As literals: each index holds such states alone, which the database has to see before it is given anything. */
export function statesThat(isOne: (state: RequestState) => boolean) {
  return REQUEST_STATES.filter(isOne).map((state) => sql.lit(state));
}

export const WAITING = statesThat((state) => turnOf(state) === 'office');

/** Where a page of the list ends and the next begins. */
export interface WaitingPlace {
  dueOn: string;
  reference: string;
}

interface Page {
  /** Whose list it is. */
  reach: Reach;
  after: WaitingPlace | null;
  limit: number;
  ofComplaints?: boolean;
}

interface WaitingPage {
  waiting: OfficeRow[];
  /** Where the list goes on; null: it is at its end. */
  next: WaitingPlace | null;
}

export async function readWaitingPage(db: Db, { limit, ...page }: Page): Promise<WaitingPage> {
  const found = await listWaiting(db, { ...page, limit: limit + 1 });
  const waiting = found.slice(0, limit);
  const last = waiting.at(-1)?.request;
  return { waiting, next: last && found.length > limit ? last : null };
}

/** For an address. */
export function writePlace({ dueOn, reference }: WaitingPlace): string {
  return `${dueOn}_${reference}`;
}

/** Null for what is no place: of a day that no calendar has the database would complain. */
export function readPlace(text: string): WaitingPlace | null {
  const [dueOn = '', reference = ''] = text.split('_');
  return isReference(reference) && isDay(dueOn) ? { dueOn, reference } : null;
}

/** What waits for the office, whichever citizen asked: the oldest due date first, so that what is overdue stands on top. */
export async function listWaiting(db: Db, page: Page): Promise<OfficeRow[]> {
  return queryWaiting(db, page).execute();
}

export function queryWaiting(db: Db, { reach, after, limit, ofComplaints = false }: Page) {
  const query = officeRows(db, reach)
    .where('requests.state', 'in', WAITING)
    .$if(ofComplaints, (requests) => requests.where('requests.kind', '=', 'complaint'))
    .orderBy('requests.dueOn')
    .orderBy('requests.reference')
    .limit(limit);
  if (after === null) return query;
  return query.where((row) =>
    row(row.refTuple('requests.dueOn', 'requests.reference'), '>', row.tuple(after.dueOn, after.reference)),
  );
}
