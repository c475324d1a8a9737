import { endSession } from '../../api/session-calls.ts';
import { closeErased } from '../../db/core/citizen-database.ts';
import { changeDevice, type DeviceDatabase, readOccupants } from '../../db/core/device-database.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { eraseMarked } from '../../db/storage/erase-citizen.ts';
import { type LeaveChoice, listLeaving, noteLeaving } from '../../db/storage/forget-citizen.ts';
import { writeStartHint } from '../../lib/start-hint.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import type { Place } from './session-scope.ts';

interface Left {
  /** Whether nothing is left of what was to be erased. */
  isErased: boolean;
  /** False where the device still names who was here, and the page alone shows nobody. */
  isNoted: boolean;
}

/**
 * Signs out where the device does not keep the note that somebody has left: it is full, refuses to write, or forgets all with the page. The server is told
 * first: it would let them in again. What is to go is erased then, since that needs no room, and may make some. Where the note is not taken even then, who is
 * here is deleted. The page changes last: whoever sees the sign-in may close the tab. Rejects where neither the server was told nor the note kept.
 */
export async function leaveFullDevice(place: Place, choice: LeaveChoice): Promise<Left> {
  const { api, device, scope } = place;
  const { hasGuest } = await readOccupants(device);
  const leaving = await listLeaving(device, choice);
  const { kind } = await endSession(api, choice === 'keep' ? { keeps: true } : {});
  const isTold = kind === 'accepted';
  if (!isTold && isMemoryOnly()) throw new Error('The server would sign them in again');
  if (isTold) {
    tabMemory()?.clear();
    // An open editor would save its words anew into the database that goes.
    const db = scope.database();
    if (db && leaving.includes(db.citizenId)) closeErased(db);
  }
  const isErased = await eraseMarked(device, leaving);
  try {
    await noteLeaving(device, choice, leaving);
    return { isErased, isNoted: true };
  } catch (failure) {
    if (!isTold) throw failure;
  }
  const isNoted = await forgetWithoutNote(device, leaving, hasGuest && choice !== 'eraseAll');
  await scope.become(null);
  return { isErased, isNoted };
}

/** Deletes who is here. Resolves to false where the device refuses it. */
export async function forgetWithoutNote(
  device: DeviceDatabase,
  leaving: readonly string[],
  hasGuest: boolean,
): Promise<boolean> {
  try {
    await device.device.bulkDelete(['device', 'activity', ...leaving]);
  } catch {
    return false;
  }
  writeStartHint(null);
  // The room of the row that is gone may do for what is left to be known.
  await changeDevice(device, () => ({ hasGuest })).catch(() => undefined);
  return true;
}
