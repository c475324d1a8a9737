import type { AccountDraft, DraftContent } from '../../contract/types.ts';
import { contentOf } from '../../domain/written/content.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AccountCopy, DraftRow } from '../core/schema.ts';
import { listAttachments } from '../files/attachment-rows.ts';

/** What is sent of a draft. */
export async function readDraftContent(db: CitizenDatabase, draft: DraftRow): Promise<DraftContent> {
  const attachments = await listAttachments(db, draft.id);
  return {
    ...contentOf(draft),
    attachments: attachments.map(({ id, uploadId, name, size, type, sha256 }) => ({
      id,
      uploadId,
      name,
      size,
      type,
      sha256,
    })),
    writtenAt: draft.updatedAt,
  };
}

async function updateAccount(
  db: CitizenDatabase,
  draftId: string,
  account: AccountCopy | null,
): Promise<void> {
  await db.drafts.update(draftId, { account });
}

/** *Guardado na sua conta*: `revision` is the one that was sent; what was typed meanwhile is still to come. */
export function noteAccountSaved(db: CitizenDatabase, saved: AccountDraft, revision: number): Promise<void> {
  const { etag, savedAt } = saved;
  return updateAccount(db, saved.id, { etag, savedAt, revision, refusedRevision: null });
}

/** Not tried again until the draft changes. */
export async function noteAccountRefused(db: CitizenDatabase, draft: DraftRow): Promise<void> {
  const { etag = null, savedAt = null, revision = null } = draft.account ?? {};
  await updateAccount(db, draft.id, { etag, savedAt, revision, refusedRevision: draft.revision });
}

export function noteAccountRemoved(db: CitizenDatabase, draftId: string): Promise<void> {
  return updateAccount(db, draftId, null);
}
