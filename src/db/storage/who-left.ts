import { isInSharedTab } from '../../lib/shared-tab.ts';
import { readCitizenActivity } from '../core/activity.ts';
import { type DeviceDatabase, readCurrentCitizen } from '../core/device-database.ts';
import { eraseForgotten, noteLeaving } from './forget-citizen.ts';

/**
 * Erases a citizen who left a shared device without signing out, so that the next person does not find them. A reload and another open tab of theirs
 * tell that they are still here, and only within the idle time.
 */
export async function eraseWhoLeft(device: DeviceDatabase, now: Date): Promise<void> {
  const current = await readCurrentCitizen(device);
  if (current?.shared && !(await isHere(device, current.id, now))) await noteLeaving(device, 'erase');
  await eraseForgotten(device);
}

async function isHere(device: DeviceDatabase, citizenId: string, now: Date): Promise<boolean> {
  const activity = await readCitizenActivity(device);
  // A clock that was changed does not tell how long the citizen has been away: then they are forgotten too.
  const isRecent = activity !== null && Math.abs(now.getTime() - activity.at) < activity.idleMs;
  return isRecent && isInSharedTab(citizenId);
}
