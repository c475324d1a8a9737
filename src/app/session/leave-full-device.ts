import type { ApiClient } from '../../api/client.ts';
import { endSession } from '../../api/session-calls.ts';
import { changeDevice, readOccupants } from '../../db/core/device-database.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { eraseWithShares } from '../../db/storage/erase-citizen.ts';
import { type LeaveChoice, listLeaving, noteLeaving } from '../../db/storage/forget-citizen.ts';
import { writeStartHint } from '../../lib/start-hint.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import type { Place } from './session-scope.ts';

/**
 * Signs out where the device is too full for the note that somebody has left. The server is told first: it would let them in again. What is to go is
 * erased then, since that needs no room, and may make some. Where the note finds none even then, who is here is deleted. Rejects where neither the server
 * was told nor the note kept.
 */
export async function leaveFullDevice(place: Place & { api: ApiClient }, choice: LeaveChoice): Promise<void> {
  const { api, device, scope } = place;
  const { hasGuest, toErase } = await readOccupants(device);
  const leaving = await listLeaving(device, choice);
  const { kind } = await endSession(api, choice === 'keep' ? { keeps: true } : {});
  const isTold = kind === 'accepted';
  if (isTold) {
    tabMemory()?.clear();
    // An open editor would save its words anew into the database that goes.
    await scope.become(null);
  }
  for (const id of new Set([...toErase, ...leaving])) await eraseWithShares(device, id);
  await noteLeaving(device, choice, leaving).catch(async (failure: unknown) => {
    if (!isTold) throw failure;
    await device.device.bulkDelete(['device', 'activity', ...leaving]);
    writeStartHint(null);
    // The room of the row that is gone may do for what is left to be known.
    await changeDevice(device, () => ({ hasGuest: hasGuest && choice !== 'eraseAll' })).catch(endQuietly);
  });
}
