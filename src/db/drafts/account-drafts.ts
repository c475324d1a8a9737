import type { AccountDraft, DraftContent } from '../../../contract/types.ts';
import { goesOnFrom, hasSameWords } from '../../../domain/written/compare.ts';
import { contentOf, hasWords, isBegun } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import { keepsDraftsInAccount } from '../core/metadata.ts';
import type { AccountCopy, DraftRow } from '../core/schema.ts';
import { describeFile, eraseAttachment, listAttachments, setPageRemoved } from '../files/file-rows.ts';
import { isInAccount, listToSave } from './account-work.ts';
import { hasArrived } from './arrived.ts';
import { findConflictCopy, newDraft, withPatch } from './draft-edit.ts';
import { isOpen } from './drafts.ts';
import { listOnlyHere } from './only-here.ts';

/** The writer of words that came from the account. */
const OTHER_DEVICE = 'account';
/** What the account has of a draft that it does not know. */
const NOT_THERE = { etag: null, savedAt: null, revision: null };

/**
 * Takes in a draft of the account. Where both sides changed it, the other device's text becomes a conflict copy. The caller holds a transaction over
 * all tables.
 */
export async function takeAccountDraft(db: CitizenDatabase, news: AccountDraft, now: Date): Promise<void> {
  if (!(await keepsDraftsInAccount(db))) return;
  const mine = await db.drafts.get(news.id);
  if (mine?.submittedAt || mine?.account?.etag === news.etag || (await hasArrived(db, news.id))) return;
  const isHere = isOpen(mine);
  // This is also true of words that the account refused: they are nowhere else.
  const hasNewerWords = isHere && mine.account?.revision !== mine.revision;
  // Without a tag, what the account had before is unknown. A version that goes on from this device's words takes nothing away. An older
  // version may be this device's own, whose answer was lost: what the citizen chose or removed since must not come back.
  const isContinued =
    isHere &&
    mine.account?.etag == null &&
    hasWords(mine) &&
    goesOnFrom(news.content, mine) &&
    news.content.writtenAt >= mine.updatedAt;
  if (hasNewerWords && isBegun(mine, []) && !isContinued) return keepBoth(db, mine, news, now);
  const hasFiles = isHere && !isInAccount(mine) && (await listAttachments(db, news.id)).length > 0;
  await replaceDraft(db, mine, news, now, hasFiles);
}

async function keepBoth(db: CitizenDatabase, mine: DraftRow, news: AccountDraft, now: Date): Promise<void> {
  await db.drafts.update(mine.id, { account: accountCopyOf(news, null) });
  await addArrivedAttachments(db, news);
  if (goesOnFrom(mine, news.content)) return;
  const isEarlier = (copy: DraftRow) => goesOnFrom(news.content, copy);
  const copy = (await findConflictCopy(db, mine.id, OTHER_DEVICE, isEarlier)) ?? {
    ...newDraft(crypto.randomUUID(), OTHER_DEVICE, now),
    copyOf: mine.id,
  };
  // An editor that has the copy open does not know these words, and must not overwrite them.
  const edit = { patch: contentOf(news.content), baseRevision: copy.revision, writer: OTHER_DEVICE };
  await db.drafts.put(withPatch(copy, edit, now));
}

/** Puts the account's draft in the place of this device's. With `keepsFiles` files stay that the account does not have yet; the next round sends them. */
async function replaceDraft(
  db: CitizenDatabase,
  mine: DraftRow | undefined,
  news: AccountDraft,
  now: Date,
  keepsFiles: boolean,
): Promise<void> {
  const { content } = news;
  const base = mine ?? newDraft(news.id, OTHER_DEVICE, now);
  const revision = base.revision + 1;
  // An open editor that does not know the other device's words must not overwrite them.
  const changesText = !hasSameWords(base, content);
  await db.drafts.put({
    ...base,
    ...contentOf(content),
    revision,
    descriptionRevision: changesText ? revision : base.descriptionRevision,
    descriptionWriter: changesText ? OTHER_DEVICE : base.descriptionWriter,
    updatedAt: content.writtenAt,
    deletedAt: null,
    account: accountCopyOf(news, keepsFiles ? null : revision),
  });
  if (!keepsFiles) await eraseRemovedAttachments(db, news, now);
  await addArrivedAttachments(db, news);
}

/** Erases files that the account had and another device removed. Files that never reached the account stay. */
async function eraseRemovedAttachments(
  db: CitizenDatabase,
  { id, content }: AccountDraft,
  now: Date,
): Promise<void> {
  for (const row of await listRows(db, id)) {
    if (!row.isUploaded || content.attachments.some((one) => isSameFile(row, one))) continue;
    await setPageRemoved(db, row, now.toISOString());
    await eraseAttachment(db, row.id);
  }
}

/** Adds the files of another device, without their bytes, which the server has. */
async function addArrivedAttachments(db: CitizenDatabase, { id, content }: AccountDraft): Promise<void> {
  const here = await listRows(db, id);
  const arrived = content.attachments.filter(
    (one) => one.uploadId !== null && !here.some((row) => isSameFile(row, one)),
  );
  const elsewhere = await db.attachments.bulkGet(arrived.map((one) => one.id));
  await db.attachments.bulkPut(
    arrived.map((one, n) => ({
      ...one,
      // A file that another draft names too would leave that draft, and lose its bytes.
      id: elsewhere[n] ? crypto.randomUUID() : one.id,
      draftId: id,
      addedAt: content.writtenAt,
      chunkCount: 0,
      thumbnail: null,
      removedAt: null,
      isUploaded: true,
    })),
  );
}

function listRows(db: CitizenDatabase, draftId: string): Promise<AttachmentRow[]> {
  return db.attachments.where('draftId').equals(draftId).toArray();
}

/** Where two drafts name one file, each device may have it under an id of its own; its upload is the same. */
function isSameFile(row: AttachmentRow, named: DraftContent['attachments'][number]): boolean {
  return row.id === named.id || row.uploadId === named.uploadId;
}

/**
 * Takes in that another device deleted a draft. A draft that this device changed since, or has more of, stays, as new to the account. The caller holds a
 * transaction over all tables.
 */
export async function takeAccountDeletion(db: CitizenDatabase, draftId: string, now: Date): Promise<void> {
  const mine = await db.drafts.get(draftId);
  if (!mine || mine.submittedAt || !(await keepsDraftsInAccount(db))) return;
  if (!isInAccount(mine)) return noteAccountRemoved(db, draftId);
  // What is only here is in no revision yet. Sent again as it was, the deleted words would come back on the other device.
  if ((await listOnlyHere(db)).has(draftId)) return noteAccountRefused(db, { ...mine, account: null });
  await db.drafts.update(draftId, { account: null, deletedAt: mine.deletedAt ?? now.toISOString() });
}

function accountCopyOf({ etag, savedAt }: AccountDraft, revision: number | null): AccountCopy {
  return { etag, savedAt, revision, refusedRevision: null };
}

/** Reads a draft in the form in which it is sent to the account. */
export async function readDraftContent(db: CitizenDatabase, draft: DraftRow): Promise<DraftContent> {
  const files = await listAttachments(db, draft.id);
  const attachments = files.map((file) => describeFile(file, file.uploadId));
  return { ...contentOf(draft), attachments, writtenAt: draft.updatedAt };
}

/**
 * *Guardado na sua conta*: notes that the account has `revision`, the one that was sent. Without `isWhole` it has the words and refused a
 * file, which is not sent again until the draft changes.
 */
export async function noteAccountSaved(
  db: CitizenDatabase,
  saved: AccountDraft,
  { revision, isWhole }: { revision: number; isWhole: boolean },
): Promise<void> {
  const refusedRevision = isWhole ? null : revision;
  await db.drafts.update(saved.id, { account: { ...accountCopyOf(saved, revision), refusedRevision } });
}

/** Notes that the account refused a revision, which is not sent again until the draft changes. */
export async function noteAccountRefused(
  db: CitizenDatabase,
  { id, account, revision }: DraftRow,
): Promise<void> {
  await db.drafts.update(id, { account: { ...(account ?? NOT_THERE), refusedRevision: revision } });
}

export async function noteAccountRemoved(db: CitizenDatabase, draftId: string): Promise<void> {
  await db.drafts.update(draftId, { account: null });
}

/** Lists drafts to be saved in the account, each draft after its second drafts: the account's text of the original, which this one replaces, may be only in such a one. */
export async function listInSavingOrder(db: CitizenDatabase): Promise<DraftRow[]> {
  const drafts = await db.drafts.toArray();
  const save = await listToSave(db, drafts);
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return save.sort((a, b) => depthOf(b, byId) - depthOf(a, byId));
}

/** Counts the drafts from which a draft was split, one after the other. */
function depthOf(draft: DraftRow, byId: ReadonlyMap<string, DraftRow>): number {
  let depth = 0;
  // No chain is longer than there are drafts.
  for (let at: DraftRow | undefined = draft; at?.copyOf && depth <= byId.size; at = byId.get(at.copyOf))
    depth += 1;
  return depth;
}
