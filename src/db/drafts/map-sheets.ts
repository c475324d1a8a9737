import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow, Sheet } from '../core/file-schema.ts';

/** Puts for each sheet of a draft what `change` returns of it. */
export async function mapSheets(
  db: CitizenDatabase,
  draftId: string,
  change: (sheet: Sheet) => Sheet,
): Promise<void> {
  await db.scans
    .where('draftId')
    .equals(draftId)
    .modify((scan) => {
      scan.sheets = scan.sheets.map(change);
    });
}

/** Has the page made from a picture go and come back with it. A page that was taken again is another photo, and stays. */
export function setPageRemoved(
  db: CitizenDatabase,
  picture: AttachmentRow,
  removedAt: string | null,
): Promise<void> {
  return mapSheets(db, picture.draftId, (sheet) => {
    const isPage = sheet.attachmentId === picture.id && !sheet.isTakenAgain;
    return isPage && sheet.removedAt === picture.removedAt ? { ...sheet, removedAt } : sheet;
  });
}
