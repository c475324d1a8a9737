import { sql } from 'kysely';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Db } from '../db/schema.ts';
import { type NamedRequest, requestsInOrder } from '../requests/in-order.ts';

const AT_ONCE = 500;

interface Found extends NamedRequest {
  request: CitizenRequest;
}

interface Sought {
  states: readonly CitizenRequest['state'][];
  /** Null: any time. */
  receivedBefore: string | null;
}

/** Reads page by page and without a lock: whoever changes a request must look at it again. */
export async function* walkRequests(db: Db, sought: Sought): AsyncGenerator<Found> {
  let page = await readPage(db, sought, null);
  while (page.length > 0) {
    yield* page;
    page = await readPage(db, sought, page.at(-1) ?? null);
  }
}

async function readPage(db: Db, { states, receivedBefore }: Sought, after: Found | null): Promise<Found[]> {
  return (
    requestsInOrder(db, after, AT_ONCE)
      .select(['citizenId', 'id', 'request'])
      // The states are literals: an index may hold only these states.
      .where(
        'state',
        'in',
        states.map((state) => sql.lit(state)),
      )
      .$if(receivedBefore !== null, (query) => query.where('receivedAt', '<=', receivedBefore ?? ''))
      .execute()
  );
}
