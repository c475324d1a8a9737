import type { Table } from 'dexie';
import { INBOX_GROUPS, type InboxGroup } from '../../../domain/request-state.ts';
import type { RequestRow } from './schema.ts';

/** The part of a citizen's database in which requests are and are counted. */
interface Counted {
  readonly requests: Table<RequestRow, string>;
  readonly counters: Table<{ name: string; count: number }, string>;
}

/** How many stand in a group. Kept with every write instead of counted with every look: counting 10 000 rows on each change would jank. */
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

/** For rows that were not there before. The caller holds a transaction over `counters`. */
export async function countNew(db: Counted, rows: readonly RequestRow[]): Promise<void> {
  for (const group of INBOX_GROUPS) await add(db, group, rows.filter((row) => row.group === group).length);
}

/** What was unread stood among what is as far as it was, and was counted there. An older tab counts the unread by another name, which nobody reads any more. */
export async function putUnreadFirst(db: Counted): Promise<void> {
  for (const before of await db.requests.filter(({ unread }) => unread === 1).toArray()) {
    const after = { ...before, group: 'toRead' } as const;
    await db.requests.put(after);
    await countChange(db, before, after);
  }
}
