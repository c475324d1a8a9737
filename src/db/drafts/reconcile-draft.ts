import Dexie from 'dexie';
import { submittedWords } from '../../../domain/written/asked-words.ts';
import { saysTheSame } from '../../../domain/written/compare.ts';
import { type Content, contentOf, hasContent, hasWords, type Loose } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { eraseFiles, listAttachments, listUnattached, movePhotos } from '../files/file-rows.ts';
import {
  changesWords,
  copyDraft,
  type DraftEdit,
  editOfTyping,
  wordsWith,
  wouldOverwrite,
} from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { goesOnElsewhere } from './kept-elsewhere.ts';
import { forgetSameWords, listLastWords } from './last-words.ts';

/**
 * Ends a draft that has arrived. What did not arrive with it becomes a draft of its own: words, files, and photos of paper that are in no attachment.
 * The caller holds a transaction over all tables.
 */
export async function reconcileDraft(
  db: CitizenDatabase,
  draft: DraftRow,
  arrived: Loose<Content> & { attachments: readonly Pick<AttachmentRow, 'sha256'>[] },
): Promise<void> {
  const files = await listAttachments(db, draft.id);
  const taken = { ...arrived, files: arrived.attachments };
  const lastWords = listLastWords(db).filter(({ draftId }) => draftId === draft.id);
  const edits = await listTyping(db, draft, lastWords);
  const left = versionsOf(draft, edits).filter(
    (version) => hasContent(version, files) && !saysTheSame({ ...asSent(version), files }, taken),
  );
  // The last typing is on this device alone. Without any, another draft may have all that is left.
  const isSaved = edits.length === 0 && left.length > 0;
  if (!isSaved || !(await goesOnElsewhere(db, draft, files, taken))) await keepVersions(db, draft, left);
  await keepPhotos(db, draft);
  await db.pendingText.delete(draft.id);
  await db.drafts.delete(draft.id);
  await eraseFiles(db, draft.id);
  // The last words are removed only after the browser's commit: if that fails, they are nowhere else. Dexie's own event comes before it inside another
  // transaction.
  Dexie.currentTransaction.idbtrans.addEventListener('complete', () => {
    for (const row of lastWords) forgetSameWords(db, row);
  });
}

/** Lists what the last typing of each tab adds to the draft. */
async function listTyping(
  db: CitizenDatabase,
  draft: DraftRow,
  lastWords: readonly PendingTextRow[],
): Promise<DraftEdit[]> {
  const pending = await db.pendingText.get(draft.id);
  const newest = new Map<string, PendingTextRow>();
  for (const row of pending ? [pending, ...lastWords] : lastWords) {
    // `localStorage` may have refused words that the database took, and keeps older ones of the tab.
    if ((newest.get(row.writer)?.typing ?? 0) <= (row.typing ?? 0)) newest.set(row.writer, row);
  }
  return [...newest.values()].flatMap((row) => editOfTyping(row, draft) ?? []);
}

/** Lists the versions of a draft: with the last typing of each tab, and as it was saved, unless one of the typings goes on from that. */
function versionsOf(draft: DraftRow, edits: readonly DraftEdit[]): DraftRow[] {
  const isContinued = isOpen(draft) && edits.some((edit) => !wouldOverwrite(draft, edit));
  const later = edits.map((edit) => ({
    ...draft,
    ...writtenBy(edit),
    ...edit.patch,
    ...wordsWith(draft, edit),
    submittedAt: null,
  }));
  return isContinued ? later : [draft, ...later];
}

/** Names the tab that typed the words: if it still shows them, it goes on in the draft that is left of them. */
function writtenBy(edit: DraftEdit): Partial<DraftRow> {
  return changesWords(edit) ? { descriptionWriter: edit.writer, descriptionTyping: edit.typing } : {};
}

/** Drops from a submitted version the words that its kind leaves out, as the summary showed. A later version keeps them: nobody saw that they are left out. */
function asSent(version: DraftRow): DraftRow {
  return version.submittedAt === null ? version : { ...version, ...submittedWords(version) };
}

/** Makes a draft of each version. The first has the files and photos; each other is made for its words alone. */
async function keepVersions(
  db: CitizenDatabase,
  draft: DraftRow,
  versions: readonly DraftRow[],
): Promise<void> {
  const [first, ...others] = versions.map(copyDraft);
  if (!first) return;
  await db.drafts.bulkPut([first, ...others.filter(hasWords)]);
  await db.attachments.where('draftId').equals(draft.id).modify({ draftId: first.id });
  await movePhotos(db, draft.id, first.id);
}

/** Makes a draft of the photos that are still in no attachment. The words and files have arrived: a draft that had them too could be sent twice. */
async function keepPhotos(db: CitizenDatabase, draft: DraftRow): Promise<void> {
  const photos = await listUnattached(db, draft.id);
  if (photos.length === 0) return;
  const { kind, onBehalfOf, topic, replyTo } = draft;
  const copy = { ...copyDraft(draft), ...contentOf({ kind, onBehalfOf, topic, replyTo }) };
  await db.drafts.put(copy);
  // The photos that have arrived as attachments are erased with the draft.
  await movePhotos(db, draft.id, copy.id, ({ id }) => photos.some((photo) => photo.id === id));
}
