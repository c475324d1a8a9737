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
 * from an idle one; and a citizen, unless a reload or another open tab of theirs tells within the idle time that they are still here. Rejects
 * where the device takes no note of the citizen's leaving: it still names them, so that nothing may be shown.
 */
export async function eraseWhoLeft(place: Place, idleGuests: readonly string[]): Promise<void> {
  const { device, now } = place;
  if (idleGuests.includes(readTabGuest()?.id ?? '')) {
    forgetTabGuest();
    void showSessionNotice('ended.guestIdle');
  }
  await forgetTabGuests(device, idleGuests).catch(() => undefined);
  const current = await readCurrentCitizen(device);
  try {
    if (current?.shared && !(await isHere(device, current.id, now()))) await leave(place);
  } finally {
    await eraseMarked(device, idleGuests);
  }
}

async function leave(place: Place): Promise<void> {
  const { isNoted } = await noteLeaving(place.device, 'erase').then(
    () => ({ isNoted: true }),
    () => leaveFullDevice(place, 'erase'),
  );
  if (!isNoted) throw new Error('The device takes no note of who has left');
}

async function isHere(device: DeviceDatabase, citizenId: string, now: Date): Promise<boolean> {
  const activity = await readCitizenActivity(device);
  // A clock that was changed does not tell how long the citizen has been away: then they are forgotten too.
  const isRecent = activity !== null && Math.abs(now.getTime() - activity.at) < activity.idleMs;
  return isRecent && isInSharedTab(citizenId);
}
