import type { CitizenDatabase } from '../core/citizen-database.ts';
import { listUnattached } from '../files/file-rows.ts';
import { listLastWords } from './last-words.ts';

/** Lists the drafts of which this device has what no account has, whatever was saved: photos of paper, and typing that is in no revision yet. */
export async function listOnlyHere(db: CitizenDatabase): Promise<Set<string>> {
  const keysOf = (table: 'pendingText' | 'scans') => db[table].toCollection().primaryKeys();
  const [typed, scanned] = await Promise.all([keysOf('pendingText'), keysOf('scans')]);
  const photographed: string[] = [];
  for (const id of scanned) if ((await listUnattached(db, id)).length > 0) photographed.push(id);
  return new Set([...typed, ...photographed, ...listLastWords(db).map(({ draftId }) => draftId)]);
}
