import { GUEST_ID, isGuest } from '../../db/core/citizen-database.ts';
import { type DeviceDatabase, readOccupants } from '../../db/core/device-database.ts';
import { setSession, useSession } from '../../state/session.ts';
import { adoptDrafts } from './adopt-drafts.ts';
import type { SessionScope } from './session-scope.ts';
import { showSessionNotice } from './show-session-notice.ts';

interface Place {
  device: DeviceDatabase;
  scope: SessionScope;
  now: () => Date;
}

/** Puts on the screen whoever the device says is here. What the guest began goes to the citizen before anything is shown. */
export async function showWhoIsHere({ device, scope, now }: Place): Promise<void> {
  const { current, hasGuest } = await readOccupants(device);
  const before = useSession.getState();
  const isSame = before.citizen?.id === current?.id;
  const keepsStatus = isSame && before.status !== 'unknown';
  const status = keepsStatus ? before.status : current ? 'unknown' : 'signedOut';
  const wasGuest = isGuest(scope.database());
  // A name never stands on the screen without its database.
  if (!isSame) setSession({ citizen: null, status });
  // Where they wanted to be, and how far down they had read.
  if (!isSame && before.citizen) sessionStorage.clear();

  const adopt = async () => current === null || adoptDrafts(device, current.id, now());
  const hasAdopted = !(hasGuest || wasGuest) || (await adopt());
  await scope.become(current ?? (hasGuest ? { id: GUEST_ID } : null));
  // A guest's editor that was open in this tab has only now put its last words down.
  if (wasGuest) await adopt();
  setSession({ citizen: current, status });
  if (!hasAdopted) void showSessionNotice('guest.notAdopted');
}
