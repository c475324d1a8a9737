import type { AccountDraft, DraftContent } from '../contract/types.ts';
import type { DraftRow } from './tables.ts';

/** One that is not deleted. */
export type KeptDraft = DraftRow & { content: DraftContent };

export function isKept(row: DraftRow | undefined): row is KeptDraft {
  return row !== undefined && row.content !== null;
}

export function etagOf(row: DraftRow): string {
  return `"${row.sequence}"`;
}

export function draftOf(id: string, row: KeptDraft): AccountDraft {
  return { id, etag: etagOf(row), savedAt: row.savedAt, content: row.content };
}
