import Dexie from 'dexie';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';
import { openGuest } from '../../db/core/guest-database.ts';
import { GUEST_ID, isGuest } from '../../db/core/occupant.ts';
import type { PendingTextRow } from '../../db/core/schema.ts';
import { withDevice } from '../../db/core/with-device.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import { type NamedBlob, saveFile } from '../../lib/save-file.ts';
import { readTabGuest } from '../../lib/tab-guest.ts';
import { useSession } from '../../state/session.ts';

/** Downloads the copy of **Descarregar cópia** where something is broken. Returns false where there is nothing to download. */
export async function downloadDrafts(now: Date): Promise<boolean> {
  const file = await exportDrafts(now);
  if (file) saveFile(file);
  return file !== undefined;
}

/**
 * Copies everything that the citizen or guest who is here has on this device, including what no editor could save, as a ZIP; where that fails,
 * as JSON. Undefined where there is nothing. Opens the databases anew, because whatever broke may have taken the open ones along.
 */
async function exportDrafts(now: Date): Promise<NamedBlob | undefined> {
  const citizenId = await readWhoIsHere();
  const unsaved = readUnsavedWords(citizenId);
  const db = await openReadable(citizenId);
  try {
    if (!db && unsaved.length === 0) return undefined;
    return await makeZip(db, unsaved, now).catch(() => makeJson(db, unsaved, now));
  } finally {
    db?.close();
  }
}

async function readWhoIsHere(): Promise<string> {
  const { citizen } = useSession.getState();
  if (citizen) return citizen.id;
  const current = await withDevice(readCurrentCitizen).catch(() => null);
  // Whoever shares the device and is not shown may have left: the code that erases them may be what has not come.
  if (current && !current.shared) return current.id;
  return readTabGuest()?.id ?? GUEST_ID;
}

/** Returns null where the database does not exist, cannot be read or holds nothing. */
async function openReadable(citizenId: string): Promise<CitizenDatabase | null> {
  const db = isGuest({ citizenId }) ? openGuest() : new CitizenDatabase(citizenId);
  try {
    // Opening a database that does not exist would create it.
    if (!(await Dexie.exists(db.name))) return null;
    const counts = await Promise.all(
      [db.drafts, db.pendingText, db.outbox, db.requests].map((table) => table.count()),
    );
    if (counts.some((count) => count > 0)) return db;
  } catch {
    // The words that the editors hold are copied all the same.
  }
  db.close();
  return null;
}

async function makeZip(db: CitizenDatabase | null, unsaved: PendingTextRow[], now: Date): Promise<NamedBlob> {
  const { makeCopy } = await import('../../features/copies/make-copy.ts');
  return makeCopy(db, { scope: 'everything', now, unsaved });
}

/** Makes the copy without any code that has to be fetched. */
async function makeJson(
  db: CitizenDatabase | null,
  unsaved: PendingTextRow[],
  now: Date,
): Promise<NamedBlob> {
  const [drafts, lastTyped, waiting] = db
    ? await Promise.all([db.drafts.toArray(), db.pendingText.toArray(), db.outbox.toArray()])
    : [[], [], []];
  const content = { savedAt: now.toISOString(), drafts, lastTyped, waiting, unsaved };
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' });
  return { name: `e-clic-copia-${lisbonDate(now)}.json`, blob };
}
