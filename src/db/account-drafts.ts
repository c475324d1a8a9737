import type { AccountDraft, DraftContent } from '../contract/types.ts';
import { eraseAttachment, listAttachments } from './attachments.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import { newDraft } from './draft-edit.ts';
import { hasContent, isOpen } from './drafts.ts';
import { keepsDraftsInAccount } from './facts.ts';
import type { AccountCopy, AttachmentRow, DraftRow } from './schema.ts';

/** Who wrote a text that came from the account. */
const OTHER_DEVICE = 'account';

/** Whether the account has less than this device. */
function isAhead(draft: DraftRow): boolean {
  const { account } = draft;
  if (account?.refusedRevision === draft.revision) return false;
  return account?.revision !== draft.revision;
}

function needsSaving(draft: DraftRow): boolean {
  return isOpen(draft) && hasContent(draft) && isAhead(draft);
}

function needsDeleting(draft: DraftRow): boolean {
  return draft.deletedAt !== null && draft.account?.etag != null;
}

/** Drafts whose news the account does not have yet. Empty while drafts are kept on the device only. */
export async function listAccountWork(
  db: CitizenDatabase,
): Promise<{ save: DraftRow[]; remove: DraftRow[] }> {
  if (!(await keepsDraftsInAccount(db))) return { save: [], remove: [] };
  const drafts = await db.drafts.toArray();
  return { save: drafts.filter(needsSaving), remove: drafts.filter(needsDeleting) };
}

export async function hasAccountWork(db: CitizenDatabase): Promise<boolean> {
  const { save, remove } = await listAccountWork(db);
  return save.length + remove.length > 0;
}

/** What is sent of a draft. */
export async function readDraftContent(db: CitizenDatabase, draft: DraftRow): Promise<DraftContent> {
  const attachments = await listAttachments(db, draft.id);
  return {
    kind: draft.kind,
    onBehalfOf: draft.onBehalfOf,
    description: draft.description,
    topic: draft.topic,
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

/** Tables that taking in a draft writes. */
export function accountTables(db: CitizenDatabase) {
  return [db.drafts, db.requests, db.attachments, db.chunks, db.facts];
}

/**
 * Takes in what the account holds of a draft. When both sides have changed it, both texts are kept: the device's own keeps its id and
 * address, the other device's becomes a second draft. The caller holds a transaction over `accountTables`.
 */
export async function takeAccountDraft(db: CitizenDatabase, news: AccountDraft, now: Date): Promise<void> {
  if (!(await keepsDraftsInAccount(db))) return;
  const mine = await db.drafts.get(news.id);
  if (mine?.submittedAt || mine?.account?.etag === news.etag || (await db.requests.get(news.id))) return;
  const isNeeded = mine !== undefined && mine.deletedAt === null && isAhead(mine) && hasContent(mine);
  if (isNeeded) await keepBoth(db, mine, news, now);
  else await replaceDraft(db, mine, news, now);
}

async function keepBoth(db: CitizenDatabase, mine: DraftRow, news: AccountDraft, now: Date): Promise<void> {
  const { etag, savedAt } = news;
  await updateAccount(db, mine.id, { etag, savedAt, revision: null, refusedRevision: null });
  await addArrivedAttachments(db, news);
  const { description } = news.content;
  if (description.trim() === '' || mine.description.startsWith(description)) return;
  const earlier = await db.drafts
    .filter((copy) => copy.copyOf === mine.id && copy.descriptionWriter === OTHER_DEVICE && isOpen(copy))
    .first();
  const goesOn = earlier !== undefined && description.startsWith(earlier.description);
  const copy = goesOn ? earlier : { ...newDraft(crypto.randomUUID(), OTHER_DEVICE, now), copyOf: mine.id };
  await db.drafts.put({
    ...copy,
    ...wordsOf(news.content),
    revision: copy.revision + 1,
    updatedAt: now.toISOString(),
  });
}

function wordsOf({ kind, onBehalfOf, description, topic }: DraftContent) {
  return { kind, onBehalfOf, description, topic };
}

async function replaceDraft(
  db: CitizenDatabase,
  mine: DraftRow | undefined,
  news: AccountDraft,
  now: Date,
): Promise<void> {
  const { etag, savedAt, content } = news;
  const base = mine ?? newDraft(news.id, OTHER_DEVICE, now);
  const revision = base.revision + 1;
  const changesText = base.description !== content.description;
  await db.drafts.put({
    ...base,
    ...wordsOf(content),
    revision,
    descriptionRevision: changesText ? revision : base.descriptionRevision,
    descriptionWriter: changesText ? OTHER_DEVICE : base.descriptionWriter,
    updatedAt: content.writtenAt,
    deletedAt: null,
    account: { etag, savedAt, revision, refusedRevision: null },
  });
  await eraseRemovedAttachments(db, news);
  await addArrivedAttachments(db, news);
}

/** Files that the account had and another device removed. Those that never reached the account stay. */
async function eraseRemovedAttachments(db: CitizenDatabase, { id, content }: AccountDraft): Promise<void> {
  const listed = new Set(content.attachments.map((one) => one.id));
  const here = await db.attachments.where('draftId').equals(id).toArray();
  for (const row of here) {
    if (row.isUploaded && !listed.has(row.id)) await eraseAttachment(db, row.id);
  }
}

/** Files of another device have no bytes here; the server has them. */
async function addArrivedAttachments(db: CitizenDatabase, { id, content }: AccountDraft): Promise<void> {
  const known = new Set(await db.attachments.where('draftId').equals(id).primaryKeys());
  const arrived: AttachmentRow[] = content.attachments
    .filter((one) => !known.has(one.id) && one.uploadId !== null)
    .map((one) => ({
      ...one,
      draftId: id,
      addedAt: content.writtenAt,
      chunkCount: 0,
      thumbnail: null,
      removedAt: null,
      isUploaded: true,
    }));
  await db.attachments.bulkPut(arrived);
}

/**
 * Another device deleted the draft. What this device wrote since stays, as a new draft of the account; otherwise the draft goes like one
 * deleted here, so that an editor that has it open is told. The caller holds a transaction over `accountTables`.
 */
export async function takeAccountDeletion(db: CitizenDatabase, draftId: string, now: Date): Promise<void> {
  const mine = await db.drafts.get(draftId);
  if (!mine || mine.submittedAt || !(await keepsDraftsInAccount(db))) return;
  const wasClean = !isAhead(mine);
  await db.drafts.update(draftId, {
    account: null,
    ...(wasClean && mine.deletedAt === null ? { deletedAt: now.toISOString() } : {}),
  });
}
