import { sql } from 'kysely';
import type { CitizenRequest, Message, RequestKind } from '../../contract/types.ts';
import { addDays, startOfLisbonDay } from '../../domain/lisbon-date.ts';
import { turnOf } from '../../domain/request-state.ts';
import type { Db } from '../db/schema.ts';
import { isWithin, type Reach } from '../services/reach.ts';
import { lastMessage, type OfficeRow, officeRows } from './office-rows.ts';
import { statesThat, WAITING } from './waiting.ts';

export const OFFICE_VIEWS = [
  'toDo',
  'mine',
  'overdue',
  'dueToday',
  'ofCitizen',
  'answered',
  'ended',
] as const;

export type OfficeView = (typeof OFFICE_VIEWS)[number];

/** A field that is null leaves nothing out. */
export interface ListFilter {
  kind: RequestKind | null;
  /** The ids of life event and subject with a dot between them, or `unknown`. */
  topic: string | null;
  /** The first and the last day of receipt; both are included. */
  receivedFrom: string | null;
  receivedUntil: string | null;
}

export interface Sought {
  view: OfficeView;
  filter: ListFilter;
  /** The clerk whose list it is. */
  userName: string;
  reach: Reach;
  /** The day in Lisbon. */
  today: string;
  /** The instant in ms, by the clock of sessions. */
  now: number;
}

export interface ListedRequest extends OfficeRow {
  /** The last message; null: there is none. */
  last: Message | null;
}

/** Requests beyond this number are not counted, and no page shows them. */
export const COUNTED_MAX = 10_000;
export const ROWS_A_PAGE = 50;

/** An act that should have been sent this long ago hides its request no more. */
const STUCK_MS = 10 * 60_000;

const STATES = {
  toDo: WAITING,
  mine: WAITING,
  overdue: WAITING,
  dueToday: WAITING,
  ofCitizen: statesThat((state) => turnOf(state) === 'citizen'),
  answered: statesThat((state) => state === 'answered'),
  ended: statesThat((state) => state === 'closed' || state === 'withdrawn'),
} satisfies Record<OfficeView, unknown>;

/** Requests that are answered or over are listed from the last due date on, the others from the first. No index has the day of the answer. */
const LAST_DUE_FIRST: ReadonlySet<OfficeView> = new Set(['answered', 'ended']);

/** Leaves out requests with an act on its way: their clerk has done with them. */
function queryView(db: Db, { view, filter, userName, reach, today, now }: Sought) {
  const { kind, topic, receivedFrom, receivedUntil } = filter;
  let query = db
    .selectFrom('requests')
    .where('requests.state', 'in', STATES[view])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('officeUnsent')
            .select('officeUnsent.key')
            .whereRef('officeUnsent.reference', '=', 'requests.reference')
            .where('officeUnsent.sendsAt', '>', now - STUCK_MS),
        ),
      ),
    )
    .where(isWithin(reach));
  if (view === 'mine')
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('assignments')
          .select('assignments.assignee')
          .whereRef('assignments.citizenId', '=', 'requests.citizenId')
          .whereRef('assignments.requestId', '=', 'requests.id')
          .where('assignments.assignee', '=', userName),
      ),
    );
  if (view === 'overdue') query = query.where('requests.dueOn', '<', today);
  if (view === 'dueToday') query = query.where('requests.dueOn', '=', today);
  if (kind !== null) query = query.where('requests.kind', '=', kind);
  if (topic !== null) query = query.where('requests.topic', '=', topic);
  if (receivedFrom !== null) query = query.where('requests.receivedAt', '>=', startOfLisbonDay(receivedFrom));
  if (receivedUntil !== null)
    query = query.where('requests.receivedAt', '<', startOfLisbonDay(addDays(receivedUntil, 1)));
  return query;
}

function queryPlaces(db: Db, sought: Sought) {
  const way = LAST_DUE_FIRST.has(sought.view) ? 'desc' : 'asc';
  return queryView(db, sought)
    .select(['requests.dueOn', 'requests.reference'])
    .orderBy('requests.dueOn', way)
    .orderBy('requests.reference', way);
}

/**
 * `page` counts from 1. A request is looked up only once its place on the page is known, since no index holds the whole of it. The places lie within reach
 * already.
 */
export function queryListPage(db: Db, sought: Sought, page: number) {
  const way = LAST_DUE_FIRST.has(sought.view) ? 'desc' : 'asc';
  const listed = queryPlaces(db, sought)
    .limit(ROWS_A_PAGE)
    .offset((page - 1) * ROWS_A_PAGE)
    .as('listed');
  return officeRows(db, null)
    .innerJoin(listed, 'listed.reference', 'requests.reference')
    .leftJoinLateral(lastMessage(db).as('said'), (join) => join.onTrue())
    .select('said.message as last')
    .orderBy('listed.dueOn', way)
    .orderBy('listed.reference', way);
}

/**
 * Counts each view as it is filtered; `COUNTED_MAX + 1` stands for any more. One statement counts all: the way to the database and back takes longer than most
 * counts.
 */
export function countViews(db: Db, sought: Omit<Sought, 'view'>): Promise<Record<OfficeView, number>> {
  const counts = OFFICE_VIEWS.map((view) =>
    queryCount(db, { ...sought, view })
      .$asScalar()
      .$notNull()
      .as(view),
  );
  return db.selectNoFrom(counts).executeTakeFirstOrThrow();
}

export function queryCount(db: Db, sought: Sought) {
  const found = queryView(db, sought)
    .select(sql.lit(1).as('one'))
    .limit(COUNTED_MAX + 1)
    .as('found');
  return db.selectFrom(found).select(({ fn }) => fn.countAll<number>().as('count'));
}

/** Returns the reference after a place in the view, or else the first one; null: the view is empty. */
export async function findNext(
  db: Db,
  sought: Sought,
  { dueOn, reference }: Pick<CitizenRequest, 'dueOn' | 'reference'>,
): Promise<string | null> {
  const places = queryPlaces(db, sought).where('requests.reference', '!=', reference).limit(1);
  const after = LAST_DUE_FIRST.has(sought.view) ? '<' : '>';
  const following = await places
    .where((row) =>
      row(row.refTuple('requests.dueOn', 'requests.reference'), after, row.tuple(dueOn, reference)),
    )
    .executeTakeFirst();
  return (following ?? (await places.executeTakeFirst()))?.reference ?? null;
}
