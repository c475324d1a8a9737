import Dexie from 'dexie';
import { type Content, hasContent, saysTheSame } from '../../domain/written/content.ts';
import { type Loose, submittedWords } from '../../domain/written/words.ts';
import type { AttachmentRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { eraseAttachments, listAttachments } from '../files/attachment-rows.ts';
import { editOfTyping, wouldOverwrite } from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { forgetLastWords, readLastWords } from './last-words.ts';

export function settleTables(db: CitizenDatabase) {
  return [db.drafts, db.outbox, db.progress, db.attachments, db.chunks, db.pendingText];
}

/**
 * The draft has arrived, and goes. What was written after it was sent, and is not in what arrived, stays as a draft of its own. The caller
 * holds a transaction over `settleTables`.
 */
export async function settleDraft(
  db: CitizenDatabase,
  draft: DraftRow,
  arrived: Loose<Content> & { attachments: readonly Pick<AttachmentRow, 'sha256'>[] },
): Promise<void> {
  const files = await listAttachments(db, draft.id);
  const last = readLastWords(db.citizenId, draft.id);
  const typed = last ?? (await db.pendingText.get(draft.id));
  const taken = { ...arrived, files: arrived.attachments };
  let filesLeft = files;
  for (const version of versionsOf(draft, typed)) {
    if (!hasContent(version, filesLeft) || saysTheSame({ ...asSent(version), files }, taken)) continue;
    const id = crypto.randomUUID();
    await db.drafts.put({
      ...version,
      id,
      copyOf: draft.id,
      submissions: 0,
      submittedAt: null,
      account: null,
    });
    await db.attachments.where('draftId').equals(draft.id).modify({ draftId: id });
    filesLeft = [];
  }
  await db.pendingText.delete(draft.id);
  await db.drafts.delete(draft.id);
  await eraseAttachments(db, draft.id);
  if (last) forgetOnceSettled(db.citizenId, last);
}

/** As it was saved, and as it was typed in the last instant before the page went away: one after the other, or two beside each other. */
function versionsOf(draft: DraftRow, typed: PendingTextRow | undefined): DraftRow[] {
  const edit = typed && editOfTyping(typed, draft);
  if (!edit) return [draft];
  const later = { ...draft, ...edit.patch, submittedAt: null };
  return isOpen(draft) && !wouldOverwrite(draft, edit) ? [later] : [draft, later];
}

/** The summary showed what the kind leaves out of what was submitted. Of words that were written since, nobody has seen that. */
function asSent(version: DraftRow): DraftRow {
  return version.submittedAt === null ? version : { ...version, ...submittedWords(version) };
}

/** Only after the commit: if the transaction fails, the words are nowhere else. The page may have hidden once more meanwhile. */
function forgetOnceSettled(citizenId: string, { draftId, typedAt }: PendingTextRow): void {
  Dexie.currentTransaction.on('complete', () => {
    if (readLastWords(citizenId, draftId)?.typedAt === typedAt) forgetLastWords(citizenId, draftId);
  });
}
