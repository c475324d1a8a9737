import type { ApiClient } from '../../api/client.ts';
import { endSession } from '../../api/session-calls.ts';
import { type DeviceDatabase, noteSignedOut, readOccupants } from '../../db/core/device-database.ts';
import { keepsNothing } from '../../db/storage/forget-citizen.ts';

/**
 * Makes the function that signs a citizen out at the server who has signed out on this device, perhaps while the server was out of reach, before
 * anything else is asked there. It resolves to false where the server still knows them.
 */
export function createSignOutFirst(api: ApiClient, device: DeviceDatabase): () => Promise<boolean> {
  let signingOut: Promise<boolean> | null = null;

  async function endAtServer(): Promise<boolean> {
    const { signOutFirst } = await readOccupants(device);
    if (!signOutFirst) return true;
    const forgets = signOutFirst === 'andForget' && (await keepsNothing(device));
    const outcome = await endSession(api, {
      ...(signOutFirst === 'andKeep' && { keeps: true }),
      ...(signOutFirst === 'asIdle' && { idle: true }),
      ...(forgets && { forget: 'device' }),
    });
    if (outcome.kind !== 'accepted') return false;
    // A browser that forgets this site at the server's word may cut off what comes now, and has forgotten with it what it would change. In any other case
    // the citizen is signed out once more at the next start, which harms nobody.
    return noteSignedOut(device, signOutFirst)
      .then(endAtServer)
      .catch(() => true);
  }

  // A sign-in is begun only after it, too: told later, the sign-out would end that sign-in.
  api.signOutFirst = () => {
    // All who ask share one call: a second could end the session of whoever signs in next.
    signingOut ??= endAtServer().finally(() => {
      signingOut = null;
    });
    return signingOut;
  };
  return api.signOutFirst;
}
