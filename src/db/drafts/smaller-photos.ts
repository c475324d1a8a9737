import { isLargePhoto, mayBeLargePhoto } from '../../../domain/large-photo.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import { readChunk } from '../files/file-rows.ts';
import { addAttachment, hasFile, type NewAttachment, noteFilesChanged } from './attachments.ts';
import { isOpen } from './drafts.ts';
import { moveSheets } from './scans.ts';

/** What can be done about the size of a photo: make it smaller, or take the larger one back. */
export type PhotoOffer = 'reduce' | 'restore';

/** Reads the offers by attachment id. Reads first bytes only where the file's size does not tell. */
export async function readPhotoOffers(db: CitizenDatabase, attachments: readonly AttachmentRow[]) {
  const offers = new Map<string, PhotoOffer>();
  for (const row of attachments) {
    if (await findOriginal(db, row)) offers.set(row.id, 'restore');
    else if (row.originalId === undefined && (await isLarge(db, row))) offers.set(row.id, 'reduce');
  }
  return offers;
}

/** Whether a photo is large and its bytes are here: those of a photo added on another device are not. */
async function isLarge(db: CitizenDatabase, row: AttachmentRow): Promise<boolean> {
  if (row.chunkCount === 0 || !mayBeLargePhoto(row)) return false;
  const first = await readChunk(db, row.id, 0);
  return first !== undefined && isLargePhoto(row, new Uint8Array(first.bytes));
}

/** Finds the larger photo; undefined where another device changed the draft since, and only the smaller one is left. */
async function findOriginal(db: CitizenDatabase, { originalId }: AttachmentRow) {
  return originalId === undefined ? undefined : db.attachments.get(originalId);
}

/** Lists the larger photos that these attachments replace, as far as they are kept: if such a photo is chosen again, the draft has it already. */
export async function listOriginals(db: CitizenDatabase, attachments: readonly AttachmentRow[]) {
  const originals = await Promise.all(attachments.map((row) => findOriginal(db, row)));
  return originals.filter((original) => original !== undefined);
}

/**
 * Puts a smaller photo in the place of the larger one, whose bytes stay until the draft has arrived. Returns false where the draft is not open, the
 * larger photo is gone, or the draft has the smaller one already.
 */
export function replaceWithSmaller(
  db: CitizenDatabase,
  attachmentId: string,
  smaller: NewAttachment,
  now: Date,
): Promise<boolean> {
  return db.transaction('rw', db.drafts, db.attachments, db.chunks, db.scans, async () => {
    const original = await db.attachments.get(attachmentId);
    if (!original || original.removedAt !== null) return false;
    if (!(await addAttachment(db, original.draftId, smaller, now))) return false;
    await db.attachments.update(smaller.id, { addedAt: original.addedAt, originalId: original.id });
    await db.attachments.update(original.id, { removedAt: now.toISOString() });
    await moveSheets(db, original.draftId, original.id, smaller.id);
    return true;
  });
}

/** *Voltar ao original*: returns the larger photo; undefined when it is gone or the draft is not open. */
export function restoreOriginal(db: CitizenDatabase, attachmentId: string, now: Date) {
  return db.transaction('rw', db.drafts, db.attachments, db.scans, async () => {
    const smaller = await db.attachments.get(attachmentId);
    const original = smaller && (await findOriginal(db, smaller));
    const draft = smaller && (await db.drafts.get(smaller.draftId));
    if (!original || !isOpen(draft)) return undefined;
    // The smaller photo is removed and not erased: the account may still list it, and would bring it back as a file that this device does not know.
    await db.attachments.update(attachmentId, { removedAt: now.toISOString() });
    // The citizen may have chosen the larger photo again meanwhile.
    const isThere = await hasFile(db, draft.id, original.sha256);
    if (!isThere) await db.attachments.update(original.id, { removedAt: null });
    await moveSheets(db, draft.id, attachmentId, original.id);
    await noteFilesChanged(db, draft.id, now);
    return original;
  });
}

/** Lists the ids of larger photos that a smaller one replaces. Removing the smaller one also releases the larger. */
export async function listKeptOriginals(db: CitizenDatabase): Promise<Set<string>> {
  const smaller = await db.attachments.filter(({ removedAt }) => removedAt === null).toArray();
  return new Set(smaller.flatMap(({ originalId }) => originalId ?? []));
}
