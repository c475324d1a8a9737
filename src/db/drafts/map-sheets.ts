import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { Sheet } from '../core/file-schema.ts';

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
