import type { Transaction } from 'dexie';
import { contentOf } from '../../domain/written/content.ts';
import { type Written, writtenParts } from '../../domain/written/words.ts';
import type { DraftRow, PendingTextRow, RequestRow } from './schema.ts';

/** As a tab of an older build holds the words of a last instant: `text` is the description. */
interface OlderPendingText extends Omit<PendingTextRow, 'words'>, Partial<Omit<Written, 'description'>> {
  text: string;
}

/** A tab of an older build goes on writing and knows nothing of the newer fields: its rows are read as if it did. Dexie also asks it of a row that is not there. */
export function withNewerFields(draft: DraftRow | undefined): DraftRow {
  return (draft && { ...draft, ...contentOf(draft) }) as DraftRow;
}

export function withWords(row: PendingTextRow | OlderPendingText | undefined): PendingTextRow {
  const isOlder = row && !('words' in row);
  return (
    isOlder ? { ...row, words: writtenParts({ ...row, description: row.text }) } : row
  ) as PendingTextRow;
}

/** Such a tab may also open what this one puts down. */
export function withOlderWords(row: PendingTextRow): PendingTextRow & OlderPendingText {
  const { description = '', ...others } = row.words;
  return { ...row, text: description, ...others };
}

/** What was unread stood among what is as far as it was. Its own group is counted by a name that an older tab, which counts the unread besides, knows nothing of. */
export async function putUnreadFirst(change: Transaction): Promise<void> {
  const counters = change.table<{ name: string; count: number }>('counters');
  const counts = new Map((await counters.toArray()).map(({ name, count }) => [name, count]));
  const add = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  await change
    .table<RequestRow>('requests')
    .filter(({ unread }) => unread === 1)
    .modify((row) => {
      add(row.group, -1);
      row.group = 'toRead';
      add(row.group, 1);
    });
  await counters.bulkPut([...counts].map(([name, count]) => ({ name, count })));
}
