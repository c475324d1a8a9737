import type { InboxGroup } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { RequestRow } from '../core/schema.ts';

/** Where in a group a request stands: newest change first, and of those of one instant by id. */
export type GroupPosition = Pick<RequestRow, 'updatedAt' | 'id'>;

/** Pages are stretches of the group between two places, so that what comes or goes in one does not shift the others. */
export interface GroupRange {
  /** Null: from the newest on. */
  after: GroupPosition | null;
  /** The last one of it; null: as many as `limit`. */
  until: GroupPosition | null;
}

const LAST = '\uffff';

/** By range of a compound index: as fast at the end of a long list as at its beginning. */
export function listGroupRange(
  db: CitizenDatabase,
  group: InboxGroup,
  { after, until }: GroupRange,
  limit: number,
): Promise<RequestRow[]> {
  const oldest = until ? [group, until.updatedAt, until.id] : [group, '', ''];
  const newest = after ? [group, after.updatedAt, after.id] : [group, LAST, LAST];
  const range = db.requests.where('[group+updatedAt+id]').between(oldest, newest, true, false).reverse();
  return until ? range.toArray() : range.limit(limit).toArray();
}
