import { contentOf, type Written, writtenParts } from '../../../domain/written/words.ts';
import type { DraftRow, PendingTextRow } from './schema.ts';

/** The last typing as an older build stores it: `text` is the description. */
interface OlderPendingText extends Omit<PendingTextRow, 'words'>, Partial<Omit<Written, 'description'>> {
  text: string;
}

/** Adds newer fields to a draft that an older build wrote. Dexie also calls this for a row that does not exist. */
export function withNewerFields(draft: DraftRow | undefined): DraftRow {
  return (draft && { ...draft, ...contentOf(draft) }) as DraftRow;
}

export function withWords(row: PendingTextRow | OlderPendingText | undefined): PendingTextRow {
  const isOlder = row && !('words' in row);
  return (
    isOlder ? { ...row, words: writtenParts({ ...row, description: row.text }) } : row
  ) as PendingTextRow;
}

/** Adds the older fields to a row, since a tab of an older build may open it. */
export function withOlderWords(row: PendingTextRow) {
  return { ...row, ...row.words, text: row.words.description };
}
