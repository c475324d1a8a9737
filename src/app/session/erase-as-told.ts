import { confirmErased } from '../../api/session-calls.ts';
import { closeErased } from '../../db/core/citizen-database.ts';
import { forgetCitizen, readOccupants } from '../../db/core/device-database.ts';
import { eraseMarked } from '../../db/storage/erase-citizen.ts';
import { eraseForgotten } from '../../db/storage/forget-citizen.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import { forgetWithoutNote } from './leave-full-device.ts';
import { showSessionNotice } from './session-notice.ts';
import { type Place, showWhoIsHere } from './session-scope.ts';

/**
 * Erases a citizen from this device, as they have asked from another one. The server is told only when nothing is left, and gives the order again
 * until then: what is interrupted here is done at the next start.
 */
export async function eraseAsTold(place: Place, citizenId: string): Promise<void> {
  const { api, device, scope } = place;
  try {
    await forgetCitizen(device, false, [citizenId]);
  } catch {
    // While something is left, or the device still names the citizen, the page alone shows nobody.
    if (!(await eraseOnFullDevice(place, citizenId))) return scope.become(null);
  }
  await showWhoIsHere(place);
  await eraseForgotten(device);
  const { toErase } = await readOccupants(device);
  if (toErase.includes(citizenId)) return;
  await confirmErased(api);
  void showSessionNotice('ended.erasedAsTold');
}

/** Erases without a note, which needs no room and may make some, and then takes the note. Resolves to whether nothing is left, the name included. */
async function eraseOnFullDevice({ device, scope }: Place, citizenId: string): Promise<boolean> {
  const { hasGuest } = await readOccupants(device);
  const db = scope.database();
  if (db?.citizenId === citizenId) {
    tabMemory()?.clear();
    // An open editor would save its words anew into the database that goes.
    closeErased(db);
  }
  const isErased = await eraseMarked(device, [citizenId]);
  const isNoted = await forgetCitizen(device, false, [citizenId]).then(
    () => true,
    () => forgetWithoutNote(device, [citizenId], hasGuest),
  );
  return isErased && isNoted;
}
