import type { ApiClient } from '../../api/client.ts';
import { confirmErased } from '../../api/my-sessions-calls.ts';
import { type DeviceDatabase, forgetCitizen, readOccupants } from '../../db/core/device-database.ts';
import { eraseForgotten } from '../../db/storage/forget-citizen.ts';
import { showSessionNotice } from './show-who-is-here.ts';

interface Place {
  api: ApiClient;
  device: DeviceDatabase;
  showCurrent: () => Promise<void>;
}

/**
 * The citizen has asked from another device that this one forget them. The server is told only when nothing is left, and asks until then: what
 * is interrupted here is done at the next start.
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
