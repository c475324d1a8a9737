import type { Corners } from '../../lib/paper/pixels.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type ScanRow, type Sheet, sheetsOf } from '../core/file-schema.ts';
import { chunksOf, eraseChunks, mapSheets, readScan } from '../files/file-rows.ts';
import { addAttachment, type NewAttachment, removeAttachment, restoreAttachment } from './attachments.ts';
import { isOpen } from './drafts.ts';

interface NewPhoto extends Pick<Sheet, 'id' | 'type' | 'attachmentId'> {
  bytes: ArrayBuffer;
}

/** Gives the sheets of an attachment to the one that takes its place: a smaller photo, or the larger one again. */
export function moveSheets(
  db: CitizenDatabase,
  draftId: string,
  fromId: string,
  attachmentId: string,
): Promise<void> {
  const move = (sheet: Sheet) => (sheet.attachmentId === fromId ? { ...sheet, attachmentId } : sheet);
  return mapSheets(db, draftId, move);
}

/**
 * Keeps a photo whole or not at all, as the last sheet or in the place of another. Returns false where there is no open draft, and rejects where
 * the device has no room.
 */
export function addPhoto(
  db: CitizenDatabase,
  draftId: string,
  { bytes, ...photo }: NewPhoto,
  now: Date,
  insteadOf?: string,
): Promise<boolean> {
  const chunks = chunksOf(photo.id, bytes);
  const kept = { isUsed: false, turn: 0, corners: null, removedAt: null } as const;
  return db.transaction('rw', db.drafts, db.chunks, db.scans, async () => {
    if (!isOpen(await db.drafts.get(draftId))) return false;
    const scan = (await readScan(db, draftId)) ?? { draftId, sheets: [], tone: 'colour', name: '' };
    const replaced = scan.sheets.find(({ id }) => id === insteadOf)?.attachmentId;
    const again = replaced && ({ attachmentId: replaced, isTakenAgain: true } as const);
    const sheet: Sheet = { ...photo, ...kept, ...again, chunkCount: chunks.length };
    const sheets = scan.sheets.flatMap((each) =>
      each.id === insteadOf ? [sheet, { ...each, removedAt: now.toISOString() }] : [each],
    );
    await db.chunks.bulkPut(chunks);
    await db.scans.put({ ...scan, sheets: sheets.includes(sheet) ? sheets : [...sheets, sheet] });
    return true;
  });
}

/** Changes one sheet; nothing happens when it is gone. */
export function changeSheet(
  db: CitizenDatabase,
  draftId: string,
  sheetId: string,
  patch: Partial<Pick<Sheet, 'isUsed' | 'turn' | 'corners' | 'removedAt'>>,
): Promise<void> {
  return mapSheets(db, draftId, (sheet) => (sheet.id === sheetId ? { ...sheet, ...patch } : sheet));
}

/** Keeps the corners that were found on a photo, unless the sheet has corners already. */
export async function proposeCorners(
  db: CitizenDatabase,
  draftId: string,
  sheetId: string,
  corners: Corners,
): Promise<void> {
  await db.transaction('rw', db.scans, async () => {
    const sheet = (await readScan(db, draftId))?.sheets.find(({ id }) => id === sheetId);
    if (sheet?.corners === null) await changeSheet(db, draftId, sheetId, { corners });
  });
}

/** *Usar esta página*: keeps the sheet's turn and corners, and the small picture that the list shows. */
export async function keepSheet(
  db: CitizenDatabase,
  draftId: string,
  { id, chunkCount }: Sheet,
  { small, ...place }: Pick<Sheet, 'turn' | 'corners'> & { small: ArrayBuffer | null },
): Promise<void> {
  await db.transaction('rw', db.chunks, db.scans, async () => {
    if (small) await db.chunks.put({ attachmentId: id, n: chunkCount, bytes: small });
    await changeSheet(db, draftId, id, { ...place, isUsed: true });
  });
}

/** Moves a sheet one place up or down among those that are not removed. */
export async function moveSheet(
  db: CitizenDatabase,
  draftId: string,
  sheetId: string,
  by: -1 | 1,
): Promise<void> {
  await db.scans
    .where('draftId')
    .equals(draftId)
    .modify((scan) => {
      const shown = scan.sheets.filter(({ removedAt }) => removedAt === null);
      const other = shown[shown.findIndex(({ id }) => id === sheetId) + by];
      const sheet = shown.find(({ id }) => id === sheetId);
      if (!sheet || !other) return;
      const swapped = new Map([
        [sheet.id, other],
        [other.id, sheet],
      ]);
      scan.sheets = scan.sheets.map((each) => swapped.get(each.id) ?? each);
    });
}

export async function changeScan(
  db: CitizenDatabase,
  draftId: string,
  patch: Partial<Pick<ScanRow, 'tone' | 'name'>>,
): Promise<void> {
  await db.scans.update(draftId, patch);
}

/**
 * *Juntar como um PDF*: attaches the PDF, and removes its sheets and the attachments from which sheets were made. Returns false where the draft is no
 * longer open or has the same file, or one of the sheets was removed while the PDF was being made.
 */
export function attachScan(
  db: CitizenDatabase,
  draftId: string,
  file: NewAttachment,
  sheets: readonly Sheet[],
  now: Date,
): Promise<boolean> {
  return db.transaction('rw', db.drafts, db.attachments, db.chunks, db.scans, async () => {
    const ids = new Set(sheets.map(({ id }) => id));
    const standing = sheetsOf(await readScan(db, draftId)).filter(({ id }) => ids.has(id));
    if (standing.length < ids.size || !(await addAttachment(db, draftId, file, now))) return false;
    for (const { id, attachmentId } of standing) {
      await changeSheet(db, draftId, id, { removedAt: now.toISOString() });
      if (attachmentId) await removeAttachment(db, attachmentId, now);
    }
    return true;
  });
}

/** *Desfazer* of `attachScan`: restores what it removed, and removes the PDF, unless the draft is on its way with it. */
export function detachScan(
  db: CitizenDatabase,
  draftId: string,
  fileId: string,
  sheets: readonly Sheet[],
  now: Date,
): Promise<void> {
  return db.transaction('rw', db.drafts, db.attachments, db.scans, async () => {
    if (!isOpen(await db.drafts.get(draftId))) return;
    const pdf = await db.attachments.get(fileId);
    await removeAttachment(db, fileId, now);
    const ids = sheets.map(({ id }) => id);
    for (const { id, attachmentId } of (await readScan(db, draftId))?.sheets ?? []) {
      if (!ids.includes(id)) continue;
      await changeSheet(db, draftId, id, { removedAt: null });
      const picture = attachmentId && (await db.attachments.get(attachmentId));
      // A picture that the citizen had removed before stays removed.
      if (picture && picture.removedAt === pdf?.addedAt) await restoreAttachment(db, picture.id, now);
    }
  });
}

/** Erases photos that were removed before an instant, and all of a draft that is gone. The caller holds a transaction over `drafts`, `chunks` and `scans`. */
export async function purgeSheets(db: CitizenDatabase, before: string): Promise<void> {
  for (const scan of await db.scans.toArray()) {
    const { draftId, sheets } = scan;
    // A tab of an older build erases a draft without its photos.
    const isGone = !(await db.drafts.get(draftId));
    const isOld = ({ removedAt }: Sheet) => isGone || (removedAt !== null && removedAt < before);
    for (const { id } of sheets.filter(isOld)) await eraseChunks(db, id);
    const left = sheets.filter((sheet) => !isOld(sheet));
    if (left.length === 0) await db.scans.delete(draftId);
    else if (left.length < sheets.length) await db.scans.put({ ...scan, sheets: left });
  }
}
