import type { Db } from '../db/schema.ts';

/** Names one request among those of all citizens. */
export interface NamedRequest {
  citizenId: string;
  id: string;
}

/** Selects at most `limit` requests of all citizens, after a place or from the first: a page needs no count of the requests before it. */
export function requestsInOrder(db: Db, after: NamedRequest | null, limit: number) {
  const query = db.selectFrom('requests').orderBy('citizenId').orderBy('id').limit(limit);
  if (after === null) return query;
  return query.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('citizenId', 'id'), '>', tuple(after.citizenId, after.id)),
  );
}
