import { listCitizenIds } from '../core/citizen-database.ts';
import { type DeviceDatabase, forgetCitizen, readOccupants } from '../core/device-database.ts';
import { GUEST_ID } from '../core/occupant.ts';
import { listTabGuests } from '../core/tab-guests.ts';

/** `eraseAll` erases what anybody keeps on this device, not only the citizen who leaves. */
export type LeaveChoice = 'keep' | 'erase' | 'eraseAll';

/** Lists whose databases go with the current citizen: on a shared device also those of guests of a tab. */
export async function listLeaving(device: DeviceDatabase, choice: LeaveChoice): Promise<string[]> {
  if (choice === 'eraseAll') return listCitizenIds();
  const { current } = await readOccupants(device);
  if (choice === 'keep' || !current) return [];
  return [current.id, ...(current.shared ? await listTabGuests(device) : [])];
}

/** Notes that the current citizen leaves, and marks for erasing what goes with them: `leaving`, where it has been listed before. */
export async function noteLeaving(
  device: DeviceDatabase,
  choice: LeaveChoice,
  leaving?: string[],
): Promise<void> {
  const { current } = await readOccupants(device);
  const forgets = choice === 'eraseAll' || current?.shared;
  const signingOut = choice === 'keep' ? 'andKeep' : forgets ? 'andForget' : true;
  await forgetCitizen(device, signingOut, leaving ?? (await listLeaving(device, choice)));
}

/** Whether this device keeps nobody's data, apart from what is marked for erasing. */
export async function keepsNothing(device: DeviceDatabase): Promise<boolean> {
  const { current, hasGuest, toErase } = await readOccupants(device);
  const gone = [GUEST_ID, ...toErase];
  return !current && !hasGuest && (await listCitizenIds()).every((id) => gone.includes(id));
}

/**
 * Erases the marked databases and those of `unmarked`. The code for that is loaded only where there are any; if it cannot be loaded, the marks stay for the
 * next start. Resolves to whether all is erased.
 */
export async function eraseForgotten(
  device: DeviceDatabase,
  unmarked: readonly string[] = [],
): Promise<boolean> {
  const { toErase } = await readOccupants(device);
  if (toErase.length + unmarked.length === 0) return true;
  const erasing = await import('./erase-citizen.ts').catch(() => null);
  return erasing ? erasing.eraseMarked(device, unmarked) : false;
}
