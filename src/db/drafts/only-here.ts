import type { CitizenDatabase } from '../core/citizen-database.ts';
import { sheetsOf } from '../core/scan-schema.ts';
import { listLastWords } from './last-words.ts';

/** Lists the drafts of which this device has what no account has, whatever was saved: photos of paper, and typing that is in no revision yet. */
export async function listOnlyHere(db: CitizenDatabase): Promise<Set<string>> {
  const [typed, scans] = await Promise.all([db.pendingText.toCollection().primaryKeys(), db.scans.toArray()]);
  const photographed = scans.filter((scan) => sheetsOf(scan).length > 0);
  return new Set([...typed, ...[...photographed, ...listLastWords(db)].map(({ draftId }) => draftId)]);
}
