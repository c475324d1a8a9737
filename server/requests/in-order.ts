import type { Db } from '../db/schema.ts';

/** Which request of all citizens. */
export interface Place {
  citizenId: string;
  id: string;
}

/** The requests of all citizens, at most so many, from after a place on, or from the first: a page needs no count of those before it. */
export function requestsInOrder(db: Db, after: Place | null, limit: number) {
  const query = db.selectFrom('requests').orderBy('citizenId').orderBy('id').limit(limit);
  if (after === null) return query;
  return query.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('citizenId', 'id'), '>', tuple(after.citizenId, after.id)),
  );
}
