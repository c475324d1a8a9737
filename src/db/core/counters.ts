import type { Table } from 'dexie';
import { INBOX_GROUPS, type InboxGroup, inboxGroupOf } from '../../../domain/request-state.ts';
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

/** Counts a request in its group, and no longer in the group that it had before; without `after` it is gone. The caller holds a transaction over `counters`. */
export async function countChange(
  db: Counted,
  before: RequestRow | undefined,
  after: RequestRow | undefined,
) {
  if (before?.group === after?.group) return;
  if (before) await add(db, before.group, -1);
  if (after) await add(db, after.group, 1);
}

/** Counts requests that are new to this device. The caller holds a transaction over `counters`. */
export async function countNew(db: Counted, rows: readonly RequestRow[]): Promise<void> {
  for (const group of INBOX_GROUPS) await add(db, group, rows.filter((row) => row.group === group).length);
}

/** Moves requests into the groups to which they belong on a day, and counts them there. The caller holds a transaction over `requests` and `counters`. */
export async function regroup(db: Counted, requests: readonly RequestRow[], today: string): Promise<void> {
  for (const before of requests) {
    const after = { ...before, group: inboxGroupOf(before, before.unread === 1, today) };
    if (after.group === before.group) continue;
    await db.requests.put(after);
    await countChange(db, before, after);
  }
}
