import Dexie from 'dexie';
import { submittedWords } from '../../../domain/written/asked-words.ts';
import { saysTheSame } from '../../../domain/written/compare.ts';
import { type Content, hasContent } from '../../../domain/written/content.ts';
import type { Loose } from '../../../domain/written/words.ts';
import type { AttachmentRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { listAttachments } from '../files/attachment-rows.ts';
import { eraseFiles } from '../files/scan-rows.ts';
import { copyDraft, editOfTyping, wouldOverwrite } from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { forgetSameWords, readLastWords } from './last-words.ts';

export function reconcileTables(db: CitizenDatabase) {
  return [db.drafts, db.outbox, db.progress, db.attachments, db.chunks, db.scans, db.pendingText];
}

/** Erases a draft that has arrived; words that differ from what arrived stay as a draft of their own. The caller holds a transaction over `reconcileTables`. */
export async function reconcileDraft(
  db: CitizenDatabase,
  draft: DraftRow,
  arrived: Loose<Content> & { attachments: readonly Pick<AttachmentRow, 'sha256'>[] },
): Promise<void> {
  const files = await listAttachments(db, draft.id);
  const last = readLastWords(db, draft.id);
  const typed = last ?? (await db.pendingText.get(draft.id));
  const taken = { ...arrived, files: arrived.attachments };
  let filesLeft = files;
  for (const version of versionsOf(draft, typed)) {
    if (!hasContent(version, filesLeft) || saysTheSame({ ...asSent(version), files }, taken)) continue;
    const left = { ...copyDraft(version), submittedAt: null };
    await db.drafts.put(left);
    await db.attachments.where('draftId').equals(draft.id).modify({ draftId: left.id });
    filesLeft = [];
  }
  await db.pendingText.delete(draft.id);
  await db.drafts.delete(draft.id);
  await eraseFiles(db, draft.id);
  // Only after the commit: if the transaction fails, the words are nowhere else.
  if (last) Dexie.currentTransaction.on('complete', () => forgetSameWords(db, last));
}

/** The draft as it was saved, and with its last typing: one version that goes on from the other, or two that differ. */
function versionsOf(draft: DraftRow, typed: PendingTextRow | undefined): DraftRow[] {
  const edit = typed && editOfTyping(typed, draft);
  if (!edit) return [draft];
  const later = { ...draft, ...edit.patch, submittedAt: null };
  return isOpen(draft) && !wouldOverwrite(draft, edit) ? [later] : [draft, later];
}

/** A submitted version without the words that its kind leaves out, as the summary showed. A version written since keeps them: nobody has seen that they are left out. */
function asSent(version: DraftRow): DraftRow {
  return version.submittedAt === null ? version : { ...version, ...submittedWords(version) };
}
