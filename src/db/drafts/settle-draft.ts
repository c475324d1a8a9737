import type { AttachmentRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { eraseAttachments, listAttachments } from '../files/attachment-rows.ts';
import { hasTyping, wouldOverwrite } from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { readLastWords } from './last-words.ts';

export function settleTables(db: CitizenDatabase) {
  return [db.drafts, db.outbox, db.progress, db.attachments, db.chunks, db.pendingText];
}

type Files = readonly Pick<AttachmentRow, 'sha256'>[];

/**
 * The draft has arrived, and goes. What was written after it was sent, and is not in what arrived, stays as a draft of its own. The caller
 * holds a transaction over `settleTables`.
 */
export async function settleDraft(
  db: CitizenDatabase,
  draft: DraftRow,
  hasArrived: (draft: DraftRow, files: Files) => boolean,
): Promise<void> {
  const files = await listAttachments(db, draft.id);
  const typed = readLastWords(db.citizenId, draft.id) ?? (await db.pendingText.get(draft.id));
  const isKept = (version: DraftRow) => hasContent(version, files) && !hasArrived(version, files);
  for (const version of versionsOf(draft, typed).filter(isKept)) {
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
  }
  await db.pendingText.delete(draft.id);
  await db.drafts.delete(draft.id);
  await eraseAttachments(db, draft.id);
}

/** As it was saved, and as it was typed in the last instant before the page went away: one after the other, or two beside each other. */
function versionsOf(draft: DraftRow, typed: PendingTextRow | undefined): DraftRow[] {
  if (!typed || typed.text === draft.description || hasTyping(draft, typed)) return [draft];
  const { text, baseRevision, writer } = typed;
  const goesOn =
    isOpen(draft) && !wouldOverwrite(draft, { patch: { description: text }, baseRevision, writer });
  const later = { ...draft, description: text };
  return goesOn ? [later] : [draft, later];
}

function hasContent({ description }: DraftRow, files: Files): boolean {
  return description.trim() !== '' || files.length > 0;
}

/** The same files, by what is in them. */
export function sameFiles(mine: Files, taken: Files): boolean {
  const hashes = (files: Files) =>
    files
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  return hashes(mine) === hashes(taken);
}
