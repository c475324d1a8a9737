import Dexie from 'dexie';
import { submittedWords } from '../../../domain/written/asked-words.ts';
import { saysTheSame } from '../../../domain/written/compare.ts';
import { type Content, contentOf, hasContent, type Loose } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { eraseFiles, listAttachments, listUnattached, movePhotos } from '../files/file-rows.ts';
import { changesWords, copyDraft, type DraftEdit, editOfTyping, wouldOverwrite } from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { goOnInRest, wasFinishedElsewhere } from './kept-elsewhere.ts';
import { forgetSameWords, listLastWords } from './last-words.ts';

type Files = readonly Pick<AttachmentRow, 'sha256'>[];

/**
 * Erases a draft that has arrived. Words that differ from what arrived, and photos that are in no attachment, stay as a draft of their own. The caller holds
 * a transaction over all tables.
 */
export async function reconcileDraft(
  db: CitizenDatabase,
  draft: DraftRow,
  arrived: Loose<Content> & { attachments: Files },
): Promise<void> {
  const files = await listAttachments(db, draft.id);
  const last = listLastWords(db).filter(({ draftId }) => draftId === draft.id);
  const pending = await db.pendingText.get(draft.id);
  // Last words of the same tab are newer than this row.
  const isNewest = pending && !last.some(({ writer }) => writer === pending.writer);
  const typed = isNewest ? [pending, ...last] : last;
  const taken = { ...arrived, files: arrived.attachments };
  const versions = versionsOf(draft, typed);
  const isTyped = versions.some((version) => version !== draft);
  const differing = versions.filter(
    (version) =>
      hasContent(version, files) &&
      !saysTheSame({ ...asSent(version), files }, taken) &&
      (isTyped || !wasFinishedElsewhere(draft, files, taken)),
  );
  const isWhole = !isTyped && differing.length > 0;
  const left = isWhole && (await goOnInRest(db, draft, files, taken.files)) ? [] : differing;
  for (const [n, version] of left.entries()) {
    if (n > 0 && !hasContent(version, [])) continue;
    const copy = { ...copyDraft(version), submittedAt: null };
    await db.drafts.put(copy);
    if (n > 0) continue;
    await db.attachments.where('draftId').equals(draft.id).modify({ draftId: copy.id });
    await movePhotos(db, draft.id, copy.id);
  }
  const sheets = await listUnattached(db, draft.id);
  if (left.length === 0 && sheets.length > 0) {
    // The words and files have arrived: a draft that had them too could be sent twice.
    const { kind, onBehalfOf, topic, replyTo } = draft;
    const ofPhotos = {
      ...copyDraft(draft),
      ...contentOf({ kind, onBehalfOf, topic, replyTo }),
      submittedAt: null,
    };
    await db.drafts.put(ofPhotos);
    // The photos that have arrived as attachments are erased with the draft.
    await movePhotos(db, draft.id, ofPhotos.id, ({ id }) => sheets.some((sheet) => sheet.id === id));
  }
  await db.pendingText.delete(draft.id);
  await db.drafts.delete(draft.id);
  await eraseFiles(db, draft.id);
  // The last words are removed only after the browser's commit: if that fails, they are nowhere else. Dexie's own event comes before it inside another
  // transaction.
  Dexie.currentTransaction.idbtrans.addEventListener('complete', () => {
    for (const row of last) forgetSameWords(db, row);
  });
}

/** Lists the versions of a draft: with the last typing of each tab, and as it was saved, unless one of the typings goes on from that. */
function versionsOf(draft: DraftRow, typed: readonly PendingTextRow[]): DraftRow[] {
  const edits = typed.flatMap((row) => editOfTyping(row, draft) ?? []);
  const isIn = isOpen(draft) && edits.some((edit) => !wouldOverwrite(draft, edit));
  const later = edits.map((edit) => ({ ...draft, ...writtenBy(edit), ...edit.patch, submittedAt: null }));
  return isIn ? later : [draft, ...later];
}

/** Whose words they are: the tab that typed them, if it still shows them, goes on in the draft that is left of them. */
function writtenBy(edit: DraftEdit): Partial<DraftRow> {
  return changesWords(edit) ? { descriptionWriter: edit.writer, descriptionTyping: edit.typing } : {};
}

/** Drops from a submitted version the words that its kind leaves out, as the summary showed. A later version keeps them: nobody saw that they are left out. */
function asSent(version: DraftRow): DraftRow {
  return version.submittedAt === null ? version : { ...version, ...submittedWords(version) };
}
