import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { OFFICE_VIEWS, type OfficeView, queryCount, queryListPage } from './office-list.ts';

const { db, ...context } = createTestContext(await openTestDatabase(1), createTestClocks());

beforeAll(() => prepareWorld({ db, ...context }), START_MS);
afterAll(() => db.destroy());

/** The index that each view is read from. `mine` has none: whoever has few requests looks at those few. */
const INDEXES: Record<Exclude<OfficeView, 'mine'>, string> = {
  toDo: 'requests_office_turn',
  overdue: 'requests_office_turn',
  dueToday: 'requests_office_turn',
  ofCitizen: 'requests_citizen_turn',
  answered: 'requests_answered',
  ended: 'requests_ended',
};

const FILTER = {
  kind: 'complaint',
  topic: 'family.adoption',
  receivedFrom: '2026-01-01',
  receivedUntil: '2026-12-31',
} as const;

const VIEWS = OFFICE_VIEWS.filter((view) => view !== 'mine');

/** The views of a supervisor may also be counted from the index of the services, and what is over of one topic from the index of topics. */
const OF_LEADING = VIEWS.map(
  (view) => [view, 'whoever leads', null, `${INDEXES[view]}(_of_service|_by_topic)?`] as const,
);
const OF_SERVICE = VIEWS.map(
  (view) => [view, 'a clerk of one service', ['familia'], `${INDEXES[view]}_(of_service|by_topic)`] as const,
);

it.each([...OF_LEADING, ...OF_SERVICE])(
  'the view «%s» of %s, with every filter, is counted and read in its order from one index',
  async (view, _whose, reach, index) => {
    // Otherwise the database would read so small a table whole.
    await sql`set enable_seqscan = off`.execute(db);
    await sql`set enable_bitmapscan = off`.execute(db);
    const sought = {
      view,
      filter: FILTER,
      userName: 'ana',
      reach,
      today: '2026-11-25',
      now: 0,
    };
    const plans = [await queryListPage(db, sought, 3).explain(), await queryCount(db, sought).explain()];
    await sql`reset all`.execute(db);
    for (const plan of plans.map((each) => JSON.stringify(each)))
      expect(plan).toMatch(new RegExp(`Index Only Scan (Backward )?using ${index} `));
    expect(JSON.stringify(plans)).not.toMatch(/Sort Key: (listed|requests)\.due_on/);
  },
);
