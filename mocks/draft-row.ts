import type { AccountDraft, DraftContent } from '../contract/types.ts';
import type { DraftRow } from './tables.ts';

/** A draft that is not deleted. */
type KeptDraft = DraftRow & { content: DraftContent };

export function isKept(row: DraftRow | undefined): row is KeptDraft {
  return row !== undefined && row.content !== null;
}

export function draftOf(id: string, row: KeptDraft): AccountDraft {
  return { id, etag: `"${row.sequence}"`, savedAt: row.savedAt, content: row.content };
}
