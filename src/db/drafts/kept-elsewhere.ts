import { addsNoChoice, goesOnFrom, hasSameWords } from '../../../domain/written/compare.ts';
import type { Loose, Written } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import type { DraftRow } from '../core/schema.ts';
import { listAttachments, listUnattached, movePhotos } from '../files/file-rows.ts';
import { isInAccount } from './account-work.ts';
import { copyDraft } from './draft-edit.ts';
import { listOpenDrafts } from './drafts.ts';

type Files = readonly Pick<AttachmentRow, 'sha256'>[];

/** Whether another device went on from the words and files that this draft has in the account. A second draft of them could be sent too. */
export function wasFinishedElsewhere(
  draft: DraftRow,
  files: Files,
  taken: Loose<Written> & { files: Files },
) {
  return isWholeInAccount(draft) && goesOnFrom(taken, draft) && lacks(files, taken.files).length === 0;
}

/**
 * Where another device has sent an older version, goes on in the draft that the account has kept of this one: an open editor finds it as its second draft, and
 * what is here of its files and photos stays. Returns false where no such draft is here. The caller holds a transaction over all tables.
 */
export async function goOnInRest(
  db: CitizenDatabase,
  draft: DraftRow,
  files: readonly AttachmentRow[],
  sent: Files,
): Promise<boolean> {
  const rest = await findRest(db, draft, lacks(files, sent));
  if (!rest) return false;
  const loose = await listUnattached(db, draft.id);
  const moved: (string | undefined)[] = [];
  for (const { id, sha256, chunkCount } of await listAttachments(db, rest.id)) {
    const own = files.find((file) => file.sha256 === sha256);
    if (!own || chunkCount > 0) continue;
    moved.push(own.id);
    await db.attachments.delete(id);
    await db.attachments.update(own.id, { draftId: rest.id });
  }
  await movePhotos(
    db,
    draft.id,
    rest.id,
    (sheet) => loose.some(({ id }) => id === sheet.id) || moved.includes(sheet.attachmentId),
  );
  const { copyOf, copyOfRevision, revision, descriptionRevision, descriptionWriter, descriptionTyping } =
    copyDraft(draft);
  // The account has a file that was moved under another id, until the draft is saved there again.
  const account = rest.account && { ...rest.account, revision: moved.length > 0 ? null : revision };
  const marks = { copyOf, copyOfRevision, revision, descriptionRevision, descriptionWriter, account };
  await db.drafts.update(rest.id, {
    ...marks,
    ...(descriptionTyping !== undefined && { descriptionTyping }),
  });
  return true;
}

async function findRest(db: CitizenDatabase, draft: DraftRow, unsent: Files): Promise<DraftRow | undefined> {
  if (!isWholeInAccount(draft)) return undefined;
  const saysAll = (one: DraftRow) => hasSameWords(one, draft) && addsNoChoice(draft, one);
  const isRest = (one: DraftRow) => one.id !== draft.id && isInAccount(one) && saysAll(one);
  for (const one of (await listOpenDrafts(db)).filter(isRest)) {
    if (lacks(unsent, await listAttachments(db, one.id)).length === 0) return one;
  }
  return undefined;
}

/** Whether the account has all of a draft that was never submitted on this device. */
function isWholeInAccount(draft: DraftRow): boolean {
  return draft.submissions === 0 && isInAccount(draft);
}

/** Returns the files that are not among others, by their bytes. */
function lacks(files: Files, others: Files): Files {
  return files.filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256));
}
