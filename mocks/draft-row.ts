import type { AccountDraft } from '../src/contract/types.ts';
import type { DraftRow } from './tables.ts';

export function draftKey(citizenId: string, draftId: string): string {
  return `${citizenId}/${draftId}`;
}

export function etagOf(row: DraftRow): string {
  return `"${row.sequence}"`;
}

export function draftOf(id: string, row: DraftRow): AccountDraft {
  return { id, etag: etagOf(row), savedAt: row.savedAt, content: row.content };
}
