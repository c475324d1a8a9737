import type { InboxGroup } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { RequestRow } from '../core/schema.ts';

/** The position of a request in its group: newest change first, then by id. */
export type GroupPosition = Pick<RequestRow, 'updatedAt' | 'id'>;

/** A page of a group: the requests between two positions, so that a change in one page does not shift the others. */
export interface GroupRange {
  /** The page begins after it; null: at the newest request. */
  after: GroupPosition | null;
  /** The page's last request; null: the page ends after `limit` requests. */
  until: GroupPosition | null;
}

const LAST = '\uffff';

/** A request as a card of its group shows it. */
export interface ListedRequest extends RequestRow {
  /** The text of the newest message; null while the office has not written. */
  newest: string | null;
}

/** Reads a range of a compound index, as fast at the end of a long list as at its beginning. */
export async function listGroupRange(
  db: CitizenDatabase,
  group: InboxGroup,
  { after, until }: GroupRange,
  limit: number,
): Promise<ListedRequest[]> {
  const oldest = until ? [group, until.updatedAt, until.id] : [group, '', ''];
  const newest = after ? [group, after.updatedAt, after.id] : [group, LAST, LAST];
  const range = db.requests.where('[group+updatedAt+id]').between(oldest, newest, true, false).reverse();
  const rows = await (until ? range : range.limit(limit)).toArray();
  return Promise.all(rows.map(async (row) => ({ ...row, newest: await readNewest(db, row) })));
}

async function readNewest(db: CitizenDatabase, { id, lastMessageAt }: RequestRow): Promise<string | null> {
  if (lastMessageAt === null) return null;
  const message = await db.messages.where('[requestId+sentAt]').between([id, ''], [id, LAST]).last();
  return message?.body ?? null;
}
