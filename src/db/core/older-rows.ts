import { contentOf } from '../../../domain/written/content.ts';
import { type Written, writtenParts } from '../../../domain/written/words.ts';
import type { DraftRow, PendingTextRow } from './schema.ts';

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
export function withOlderWords(row: PendingTextRow) {
  return { ...row, ...row.words, text: row.words.description };
}
