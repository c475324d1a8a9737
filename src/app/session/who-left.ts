import type { ApiClient } from '../../api/client.ts';
import { readCitizenActivity } from '../../db/core/activity.ts';
import { type DeviceDatabase, readCurrentCitizen } from '../../db/core/device-database.ts';
import { forgetTabGuests } from '../../db/core/tab-guests.ts';
import { eraseMarked } from '../../db/storage/erase-citizen.ts';
import { noteLeaving } from '../../db/storage/forget-citizen.ts';
import { isInSharedTab } from '../../lib/shared-tab.ts';
import { forgetTabGuest, readTabGuest } from '../../lib/tab-guest.ts';
import { leaveFullDevice } from './leave-full-device.ts';
import { showSessionNotice } from './session-notice.ts';
import type { Place } from './session-scope.ts';

/**
 * Erases who left a shared device without saying so, that the next person does not find them: these idle guests of tabs, as a closed tab cannot be told
 * from an idle one; and a citizen, unless a reload or another open tab of theirs tells within the idle time that they are still here. Resolves to false
 * where the device takes no note of the citizen's leaving: then it still names them, and the page alone shows nobody.
 */
export async function eraseWhoLeft(
  place: Place & { api: ApiClient },
  idleGuests: readonly string[],
): Promise<boolean> {
  const { device, scope, now } = place;
  if (idleGuests.includes(readTabGuest()?.id ?? '')) {
    forgetTabGuest();
    void showSessionNotice('idle.guestErased');
  }
  await forgetTabGuests(device, idleGuests).catch(() => undefined);
  const current = await readCurrentCitizen(device);
  const hasLeft = current?.shared && !(await isHere(device, current.id, now()));
  const isNoted = !hasLeft || (await leave(place));
  if (!isNoted) await scope.become(null, { type: 'nobody' });
  await eraseMarked(device, idleGuests);
  return isNoted;
}

function leave(place: Place & { api: ApiClient }): Promise<boolean> {
  return noteLeaving(place.device, 'erase').then(
    () => true,
    () => leaveFullDevice(place, 'erase').catch(() => false),
  );
}

async function isHere(device: DeviceDatabase, citizenId: string, now: Date): Promise<boolean> {
  const activity = await readCitizenActivity(device);
  // A clock that was changed does not tell how long the citizen has been away: then they are forgotten too.
  const isRecent = activity !== null && Math.abs(now.getTime() - activity.at) < activity.idleMs;
  return isRecent && isInSharedTab(citizenId);
}
