import { listCitizenIds } from '../core/citizen-database.ts';
import { type DeviceDatabase, forgetCitizen, readOccupants } from '../core/device-database.ts';
import { GUEST_ID } from '../core/occupant.ts';
import { forgetTabGuests, listIdleGuests, listTabGuests } from '../core/tab-guests.ts';

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

/** Forgets guests of tabs after ten idle minutes: a closed tab cannot be told from an idle one, and nobody else can read their words. */
export async function forgetIdleGuests(device: DeviceDatabase, now: Date): Promise<string[]> {
  const idle = await listIdleGuests(device, now);
  await forgetTabGuests(device, idle);
  return idle;
}

/** Erases the marked databases. The code for that is loaded only where there are any; if it cannot be loaded, the marks stay for the next start. */
export async function eraseForgotten(device: DeviceDatabase): Promise<void> {
  const { toErase } = await readOccupants(device);
  if (toErase.length === 0) return;
  const erasing = await import('./erase-citizen.ts').catch(() => null);
  await erasing?.eraseMarked(device);
}
