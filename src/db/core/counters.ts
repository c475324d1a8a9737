import type { Table } from 'dexie';
import { INBOX_GROUPS, type InboxGroup } from '../../../domain/request-state.ts';
import type { RequestRow } from './schema.ts';

/** The tables of a citizen's database that hold requests and their counts. */
interface Counted {
  readonly requests: Table<RequestRow, string>;
  readonly counters: Table<{ name: string; count: number }, string>;
}

/** Reads how many requests a group has. Every write keeps the count: counting 10 000 rows on each change would make the page stutter. */
export async function readCounter(db: Counted, name: InboxGroup): Promise<number> {
  return (await db.counters.get(name))?.count ?? 0;
}

async function add(db: Counted, name: InboxGroup, change: number): Promise<void> {
  if (change === 0) return;
  await db.counters.put({ name, count: (await readCounter(db, name)) + change });
}

/** The caller holds a transaction over `counters`. */
export async function countChange(db: Counted, before: RequestRow | undefined, after: RequestRow) {
  if (before?.group === after.group) return;
  if (before) await add(db, before.group, -1);
  await add(db, after.group, 1);
}

/** Counts requests that were not there before. The caller holds a transaction over `counters`. */
export async function countNew(db: Counted, rows: readonly RequestRow[]): Promise<void> {
  for (const group of INBOX_GROUPS) await add(db, group, rows.filter((row) => row.group === group).length);
}

/** Moves unread requests into their own group, for databases of builds that had no such group. A tab of such a build keeps a count that nobody reads. */
export async function putUnreadFirst(db: Counted): Promise<void> {
  for (const before of await db.requests.filter(({ unread }) => unread === 1).toArray()) {
    const after = { ...before, group: 'toRead' } as const;
    await db.requests.put(after);
    await countChange(db, before, after);
  }
}
