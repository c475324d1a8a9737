import type { ApiClient } from '../../api/client.ts';
import { endSession } from '../../api/session-calls.ts';
import { changeDevice, readOccupants } from '../../db/core/device-database.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { eraseWithShares } from '../../db/storage/erase-citizen.ts';
import { type LeaveChoice, listLeaving, noteLeaving } from '../../db/storage/forget-citizen.ts';
import { writeStartHint } from '../../lib/start-hint.ts';
import { type Place, showWhoIsHere } from './session-scope.ts';

/**
 * Signs out where the device is too full for the note that somebody has left. What is to go is erased first, since that needs no room, and may make
 * some. Where the note finds none even then, who is here is deleted, once the server has ended the session: it would let them in again. Rejects where it
 * cannot be told.
 */
export async function leaveFullDevice(place: Place & { api: ApiClient }, choice: LeaveChoice): Promise<void> {
  const { api, device, scope } = place;
  const { hasGuest, toErase } = await readOccupants(device);
  const leaving = await listLeaving(device, choice);
  // An open editor would save its words anew into the database that goes.
  if (leaving.length > 0) await scope.become(null);
  for (const id of new Set([...toErase, ...leaving])) await eraseWithShares(device, id);
  await noteLeaving(device, choice, leaving).catch(async (failure: unknown) => {
    const outcome = await endSession(api, choice === 'keep' ? { keeps: true } : {});
    if (outcome.kind !== 'accepted') {
      await showWhoIsHere(place);
      throw failure;
    }
    await device.device.bulkDelete(['device', 'activity', ...leaving]);
    writeStartHint(null);
    // The room of the row that is gone may do for what is left to be known.
    await changeDevice(device, () => ({ hasGuest: hasGuest && choice !== 'eraseAll' })).catch(endQuietly);
  });
}
