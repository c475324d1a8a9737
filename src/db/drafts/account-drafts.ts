import type { AccountDraft } from '../../contract/types.ts';
import { contentOf, isBegun } from '../../domain/written/content.ts';
import { goesOnFrom, hasSameWords, hasWords } from '../../domain/written/words.ts';
import type { AttachmentRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepsDraftsInAccount } from '../core/metadata.ts';
import type { DraftRow } from '../core/schema.ts';
import { eraseAttachment } from '../files/attachment-rows.ts';
import { isAhead } from './account-work.ts';
import { newDraft } from './draft-edit.ts';
import { hasArrived, isOpen } from './drafts.ts';

/** Who wrote a text that came from the account. */
const OTHER_DEVICE = 'account';

/** Tables that taking in a draft writes. */
export function accountTables(db: CitizenDatabase) {
  return [db.drafts, db.requests, db.messages, db.attachments, db.chunks, db.facts];
}

/**
 * Takes in what the account holds of a draft. When both sides have changed it, both texts are kept: the device's own keeps its id and
 * address, the other device's becomes a second draft. The caller holds a transaction over `accountTables`.
 */
export async function takeAccountDraft(db: CitizenDatabase, news: AccountDraft, now: Date): Promise<void> {
  if (!(await keepsDraftsInAccount(db))) return;
  const mine = await db.drafts.get(news.id);
  if (mine?.submittedAt || mine?.account?.etag === news.etag || (await hasArrived(db, news.id))) return;
  const isNeeded = mine !== undefined && mine.deletedAt === null && isAhead(mine) && isBegun(mine, []);
  if (isNeeded) await keepBoth(db, mine, news, now);
  else await replaceDraft(db, mine, news, now);
}

async function keepBoth(db: CitizenDatabase, mine: DraftRow, news: AccountDraft, now: Date): Promise<void> {
  const { etag, savedAt } = news;
  await db.drafts.update(mine.id, {
    account: { etag, savedAt, revision: null, refusedRevision: null },
  });
  await addArrivedAttachments(db, news);
  if (goesOnFrom(mine, news.content) || !hasWords(news.content)) return;
  const earlier = await db.drafts
    .filter((copy) => copy.copyOf === mine.id && copy.descriptionWriter === OTHER_DEVICE && isOpen(copy))
    .first();
  const goesOn = earlier !== undefined && goesOnFrom(news.content, earlier);
  const copy = goesOn ? earlier : { ...newDraft(crypto.randomUUID(), OTHER_DEVICE, now), copyOf: mine.id };
  await db.drafts.put({
    ...copy,
    ...contentOf(news.content),
    revision: copy.revision + 1,
    updatedAt: now.toISOString(),
  });
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
  // An open editor that does not know the other device's words must not take them away.
  const changesText = !hasSameWords(base, content);
  await db.drafts.put({
    ...base,
    ...contentOf(content),
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
