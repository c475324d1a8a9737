import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { countWaiting } from '../../db/outbox/outbox.ts';

/** What would be lost if this device forgot the citizen. */
export interface Kept {
  drafts: number;
  waiting: number;
}

export async function readKept(db: CitizenDatabase): Promise<Kept> {
  const [drafts, waiting] = await Promise.all([listOpenDrafts(db), countWaiting(db)]);
  return { drafts: drafts.length, waiting };
}
