import type { AccountDraft, DraftContent } from '../contract/types.ts';

/** Keeps drafts as a server does: it does not overwrite a version that the device did not know. */
export function createDraftAccount() {
  const versions: AccountDraft[] = [];
  const find = (id: string) => versions.findLast((draft) => draft.id === id);
  return {
    find,
    /** Returns the newest version of each draft that has changed. */
    listSince: (heard: number) => versions.slice(heard).filter((draft) => find(draft.id) === draft),
    count: () => versions.length,
    /** Returns null where the account holds another version. */
    put(id: string, etag: string | null, content: DraftContent): AccountDraft | null {
      const kept = find(id);
      if (kept && JSON.stringify(kept.content) === JSON.stringify(content)) return kept;
      if ((kept?.etag ?? null) !== etag) return null;
      const saved = { id, content, etag: `"${versions.length}"`, savedAt: content.writtenAt };
      versions.push(saved);
      return saved;
    },
  };
}
