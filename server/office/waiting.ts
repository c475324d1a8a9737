import { sql } from 'kysely';
import { REQUEST_STATES } from '../../contract/request-words.ts';
import type { RequestState } from '../../contract/types.ts';
import { isDay } from '../../domain/lisbon-date.ts';
import { turnOf } from '../../domain/request-state.ts';
import type { Db } from '../db/schema.ts';
import type { Reach } from '../services/reach.ts';
import { type OfficeRow, officeRows } from './office-rows.ts';
import { isReference } from './read-request.ts';

/** Writes the states as literals: each index holds only such states, and the database must see them before it gets any parameters. */
export function statesThat(isOne: (state: RequestState) => boolean) {
  return REQUEST_STATES.filter(isOne).map((state) => sql.lit(state));
}

export const WAITING = statesThat((state) => turnOf(state) === 'office');

/** The place where a page of the list ends and the next begins. */
export interface WaitingPlace {
  dueOn: string;
  reference: string;
}

interface Page {
  /** Whose requests the list may show. */
  reach: Reach;
  after: WaitingPlace | null;
  limit: number;
  ofComplaints?: boolean;
}

interface WaitingPage {
  waiting: OfficeRow[];
  /** Where the list goes on; null: this page is its last. */
  next: WaitingPlace | null;
}

export async function readWaitingPage(db: Db, { limit, ...page }: Page): Promise<WaitingPage> {
  const found = await queryWaiting(db, { ...page, limit: limit + 1 }).execute();
  const waiting = found.slice(0, limit);
  const last = waiting.at(-1)?.request;
  return { waiting, next: last && found.length > limit ? last : null };
}

/** Writes a place for an address. */
export function writePlace({ dueOn, reference }: WaitingPlace): string {
  return `${dueOn}_${reference}`;
}

/** Returns null for a text that is no place. The database would fail on a day that no calendar has. */
export function readPlace(text: string): WaitingPlace | null {
  const [dueOn = '', reference = ''] = text.split('_');
  return isReference(reference) && isDay(dueOn) ? { dueOn, reference } : null;
}

/** Selects the requests that wait for the office, of all citizens: the earliest due date first, so that overdue ones stand on top. */
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
