import type { ApiClient } from '../../api/client.ts';
import { confirmErased } from '../../api/session-calls.ts';
import { type DeviceDatabase, forgetCitizen, readOccupants } from '../../db/core/device-database.ts';
import { eraseForgotten } from '../../db/storage/forget-citizen.ts';
import { showSessionNotice } from './session-notice.ts';

interface Place {
  api: ApiClient;
  device: DeviceDatabase;
  showCurrent: () => Promise<void>;
}

/**
 * Erases a citizen from this device, as they have asked from another one. The server is told only when nothing is left, and gives the order again
 * until then: what is interrupted here is done at the next start.
 */
export async function eraseAsTold({ api, device, showCurrent }: Place, citizenId: string): Promise<void> {
  await forgetCitizen(device, false, [citizenId]);
  await showCurrent();
  await eraseForgotten(device);
  const { toErase } = await readOccupants(device);
  if (toErase.includes(citizenId)) return;
  await confirmErased(api);
  void showSessionNotice('erasedAsTold');
}
