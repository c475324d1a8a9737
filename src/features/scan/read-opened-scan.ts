import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readScan } from '../../db/files/scan-rows.ts';

export type OpenedScan = Awaited<ReturnType<typeof readOpenedScan>>;

/** What the page begins with; `citizenId` names the owner: nobody else is shown it. */
export async function readOpenedScan(db: CitizenDatabase, draft: DraftRow) {
  return { citizenId: db.citizenId, draft, scan: await readScan(db, draft.id) };
}
