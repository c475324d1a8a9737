import { confirmErased } from '../../api/session-calls.ts';
import { forgetCitizen, readOccupants } from '../../db/core/device-database.ts';
import { eraseForgotten } from '../../db/storage/forget-citizen.ts';
import { showSessionNotice } from './session-notice.ts';
import { type Place, showWhoIsHere } from './session-scope.ts';

/**
 * Erases a citizen from this device, as they have asked from another one. The server is told only when nothing is left, and gives the order again
 * until then: what is interrupted here is done at the next start.
 */
export async function eraseAsTold(place: Place, citizenId: string): Promise<void> {
  const { api, device } = place;
  await forgetCitizen(device, false, [citizenId]);
  await showWhoIsHere(place);
  await eraseForgotten(device);
  const { toErase } = await readOccupants(device);
  if (toErase.includes(citizenId)) return;
  await confirmErased(api);
  void showSessionNotice('session:erasedAsTold');
}
