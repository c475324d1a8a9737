import { CitizenDatabase } from '../db/citizen-database.ts';
import { DeviceDatabase, readCurrentCitizen } from '../db/device-database.ts';

/**
 * Everything the current citizen has written and no server has confirmed, as a file; undefined when there is nothing. Opens the databases
 * anew, because whatever broke may have taken the open ones along.
 */
export async function exportDrafts(now: Date): Promise<Blob | undefined> {
  const device = new DeviceDatabase();
  const citizen = await readCurrentCitizen(device);
  device.close();
  if (!citizen) return undefined;

  const db = new CitizenDatabase(citizen.id);
  const [drafts, lastTyped] = await Promise.all([db.drafts.toArray(), db.pendingText.toArray()]);
  db.close();
  if (drafts.length + lastTyped.length === 0) return undefined;
  const content = JSON.stringify({ savedAt: now.toISOString(), drafts, lastTyped }, null, 2);
  return new Blob([content], { type: 'application/json' });
}
