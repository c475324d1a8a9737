import type { ApiClient } from '../../api/client.ts';
import { endSession } from '../../api/session-calls.ts';
import { listCitizenIds } from '../../db/core/citizen-database.ts';
import { type DeviceDatabase, forgetCitizen, readOccupants } from '../../db/core/device-database.ts';
import { isQuotaError } from '../../db/core/storage-errors.ts';
import { eraseCitizen } from '../../db/storage/erase-citizen.ts';
import type { LeaveChoice } from '../../db/storage/forget-citizen.ts';
import { writeStartHint } from '../../lib/start-hint.ts';

/**
 * Signs out where the device is too full for the note that somebody has left: what is to go is erased first, since that needs no room. Where the note
 * finds none even then, who is here is deleted, and the server is told at once.
 */
export async function leaveFullDevice(
  { api, device }: { api: ApiClient; device: DeviceDatabase },
  choice: LeaveChoice,
  failure: unknown,
): Promise<void> {
  if (!isQuotaError(failure)) throw failure;
  const { current, toErase } = await readOccupants(device);
  const own = choice === 'erase' && current ? [current.id] : [];
  const all = choice === 'eraseAll' ? await listCitizenIds() : own;
  for (const id of new Set([...toErase, ...all])) await eraseCitizen(id);
  const signingOut = choice === 'keep' ? 'andKeep' : true;
  const isNoted = await forgetCitizen(device, signingOut).then(
    () => true,
    () => false,
  );
  if (isNoted) return;
  await device.device.bulkDelete(['device', 'activity']);
  writeStartHint(null);
  await endSession(api, choice === 'keep' ? { keeps: true } : {});
}
