import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readScan } from '../../db/files/scan-rows.ts';

export type OpenedScan = Awaited<ReturnType<typeof readOpenedScan>>;

/** Reads what the page shows first. `citizenId` is the owner: the scan is shown to nobody else. */
export async function readOpenedScan(db: CitizenDatabase, draft: DraftRow) {
  return { citizenId: db.citizenId, draft, scan: await readScan(db, draft.id) };
}
