import Dexie from 'dexie';
import { submittedWords } from '../../../domain/written/asked-words.ts';
import { addsNoChoice, goesOnFrom, hasSameWords, saysTheSame } from '../../../domain/written/compare.ts';
import { type Content, contentOf, hasContent, type Loose } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow, ScanRow, Sheet } from '../core/file-schema.ts';
import type { DraftRow, PendingTextRow } from '../core/schema.ts';
import { eraseFiles, listAttachments, listUnattached, movePhotos, readScan } from '../files/file-rows.ts';
import { isInAccount } from './account-work.ts';
import { changesWords, copyDraft, type DraftEdit, editOfTyping, wouldOverwrite } from './draft-edit.ts';
import { isOpen, listOpenDrafts } from './drafts.ts';
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
  const rest = isWhole ? await findRest(db, draft, lacks(files, taken.files)) : undefined;
  if (rest) await goOnInRest(db, draft, rest, files);
  const left = rest ? [] : differing;
  for (const [n, version] of left.entries()) {
    if (n > 0 && !hasContent(version, [])) continue;
    const copy = { ...copyDraft(version), submittedAt: null };
    await db.drafts.put(copy);
    if (n > 0) continue;
    await db.attachments.where('draftId').equals(draft.id).modify({ draftId: copy.id });
    await movePhotos(db, draft.id, copy.id);
  }
  const scan = await readScan(db, draft.id);
  const sheets = await listUnattached(db, draft.id);
  if (scan && left.length === 0 && sheets.length > 0) {
    // The words and files have arrived: a draft that had them too could be sent twice.
    const { kind, onBehalfOf, topic, replyTo } = draft;
    const rest = {
      ...copyDraft(draft),
      ...contentOf({ kind, onBehalfOf, topic, replyTo }),
      submittedAt: null,
    };
    await db.drafts.put(rest);
    await giveSheets(db, scan, rest.id, sheets);
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

/** Whether another device went on from the words and files that this draft has in the account. A second draft of them could be sent too. */
function wasFinishedElsewhere(draft: DraftRow, files: Files, taken: Loose<Content> & { files: Files }) {
  return (
    draft.submissions === 0 &&
    isInAccount(draft) &&
    goesOnFrom(taken, draft) &&
    lacks(files, taken.files).length === 0
  );
}

/** Finds the draft that the account has kept in the place of one of which another device has sent an older version. */
async function findRest(db: CitizenDatabase, draft: DraftRow, unsent: Files): Promise<DraftRow | undefined> {
  if (draft.submissions > 0 || !isInAccount(draft)) return undefined;
  const saysAll = (one: DraftRow) => hasSameWords(one, draft) && addsNoChoice(draft, one);
  const isRest = (one: DraftRow) => one.id !== draft.id && isInAccount(one) && saysAll(one);
  for (const one of (await listOpenDrafts(db)).filter(isRest)) {
    if (lacks(unsent, await listAttachments(db, one.id)).length === 0) return one;
  }
  return undefined;
}

/** Goes on in that draft: an open editor finds it as its second draft, and what is here of its files and photos stays. */
async function goOnInRest(db: CitizenDatabase, draft: DraftRow, rest: DraftRow, files: AttachmentRow[]) {
  const { copyOf, copyOfRevision, revision, descriptionRevision, descriptionWriter, descriptionTyping } =
    copyDraft(draft);
  const scan = await readScan(db, draft.id);
  const loose = await listUnattached(db, draft.id);
  const moved: (string | undefined)[] = [];
  for (const { id, sha256, chunkCount } of await listAttachments(db, rest.id)) {
    const own = files.find((file) => file.sha256 === sha256);
    if (!own || chunkCount > 0) continue;
    moved.push(own.id);
    await db.attachments.delete(id);
    await db.attachments.update(own.id, { draftId: rest.id });
  }
  const isTheirs = (sheet: Sheet) =>
    loose.some(({ id }) => id === sheet.id) || moved.includes(sheet.attachmentId);
  if (scan) await giveSheets(db, scan, rest.id, scan.sheets.filter(isTheirs));
  // The account has a file that was moved under another id, until the draft is saved there again.
  const account = rest.account && { ...rest.account, revision: moved.length > 0 ? null : revision };
  const marks = { copyOf, copyOfRevision, revision, descriptionRevision, descriptionWriter, account };
  await db.drafts.update(rest.id, {
    ...marks,
    ...(descriptionTyping !== undefined && { descriptionTyping }),
  });
}

/** Moves photos of paper to another draft, behind those it has. Those that have arrived as attachments stay, and are erased with the draft. */
async function giveSheets(db: CitizenDatabase, scan: ScanRow, toDraftId: string, sheets: readonly Sheet[]) {
  if (sheets.length === 0) return;
  const there = (await readScan(db, toDraftId))?.sheets ?? [];
  await db.scans.put({ ...scan, draftId: toDraftId, sheets: [...there, ...sheets] });
  await db.scans.put({
    ...scan,
    sheets: scan.sheets.filter(({ id }) => !sheets.some((sheet) => sheet.id === id)),
  });
}

/** Returns the files that are not among others, by their bytes. */
function lacks(files: Files, others: Files): Files {
  return files.filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256));
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
