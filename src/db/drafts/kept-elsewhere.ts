import { addsNoChoice, goesOnFrom, hasSameWords } from '../../../domain/written/compare.ts';
import type { Loose, Written } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow, Sheet } from '../core/file-schema.ts';
import type { DraftRow } from '../core/schema.ts';
import { listAttachments, listUnattached, movePhotos } from '../files/file-rows.ts';
import { isInAccount } from './account-work.ts';
import { listOpenDrafts } from './drafts.ts';

type Files = readonly Pick<AttachmentRow, 'sha256'>[];

/**
 * Whether a draft that has arrived differently goes on without a second draft of this device, which could be sent too: another device finished the draft from
 * what the account has of it, or the account has kept what is left of it, and the open editor goes on in that. The caller holds a transaction over all tables.
 */
export async function goesOnElsewhere(
  db: CitizenDatabase,
  draft: DraftRow,
  files: Files,
  taken: Loose<Written> & { files: Files },
): Promise<boolean> {
  // What this device submitted, took back and shortened may still arrive as it was.
  if (draft.submissions > 0 || !isInAccount(draft)) return false;
  const unsent = lacks(files, taken.files);
  if (unsent.length === 0 && goesOnFrom(taken, draft)) return true;
  const rest = await findRest(db, draft, unsent);
  if (rest) await goOnInRest(db, draft, rest);
  return rest !== undefined;
}

/** Finds the draft that the account has kept of this one, when another device sent an older version of it. */
async function findRest(db: CitizenDatabase, draft: DraftRow, unsent: Files): Promise<DraftRow | undefined> {
  const saysAll = (one: DraftRow) => hasSameWords(one, draft) && addsNoChoice(draft, one);
  const isRest = (one: DraftRow) => one.id !== draft.id && isInAccount(one) && saysAll(one);
  for (const one of (await listOpenDrafts(db)).filter(isRest)) {
    if (lacks(unsent, await listAttachments(db, one.id)).length === 0) return one;
  }
  return undefined;
}

/** Goes on in the rest: an open editor of the draft finds it as its second draft, and what this device alone has of files and photos goes along. */
async function goOnInRest(db: CitizenDatabase, draft: DraftRow, rest: DraftRow): Promise<void> {
  const loose = (await listUnattached(db, draft.id)).map(({ id }) => id);
  const moved = await moveFiles(db, draft, rest);
  const isMoved = ({ id, attachmentId = '' }: Sheet) => loose.includes(id) || moved.includes(attachmentId);
  await movePhotos(db, draft.id, rest.id, isMoved);
  const { id: copyOf, revision, descriptionRevision, descriptionWriter, descriptionTyping } = draft;
  const marks = { revision, descriptionRevision, descriptionWriter, descriptionTyping };
  // The account has a file that was moved under another id, until the draft is saved there again.
  const account = rest.account && { ...rest.account, revision: moved.length > 0 ? null : revision };
  await db.drafts.put({ ...rest, ...marks, copyOf, copyOfRevision: revision, account });
}

/** Puts the draft's files in the place of the same ones without bytes, and returns their ids. */
async function moveFiles(db: CitizenDatabase, draft: DraftRow, rest: DraftRow): Promise<string[]> {
  const moved: string[] = [];
  const files = await listAttachments(db, draft.id);
  for (const { id, sha256, chunkCount } of await listAttachments(db, rest.id)) {
    const own = files.find((file) => file.sha256 === sha256);
    if (!own || chunkCount > 0) continue;
    moved.push(own.id);
    await db.attachments.delete(id);
    await db.attachments.update(own.id, { draftId: rest.id });
  }
  return moved;
}

/** Returns the files that are not among others, by their bytes. */
function lacks(files: Files, others: Files): Files {
  return files.filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256));
}
