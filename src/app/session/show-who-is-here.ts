import i18next from 'i18next';
import { CitizenDatabase, GUEST_ID, isGuest } from '../../db/core/citizen-database.ts';
import { type DeviceDatabase, noteGuestAdopted, readOccupants } from '../../db/core/device-database.ts';
import { showNotice } from '../../state/notices.ts';
import { setSession, useSession } from '../../state/session.ts';
import type { SessionScope } from './session-scope.ts';

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

/** Moves what was begun without a session to this citizen. False: some of it is still to come, and the next start tries again. */
async function adoptDrafts(device: DeviceDatabase, citizenId: string, now: Date): Promise<boolean> {
  const db = new CitizenDatabase(citizenId);
  const guest = new CitizenDatabase(GUEST_ID);
  try {
    const { adoptGuest } = await import('../../db/drafts/adopt-guest.ts');
    await adoptGuest(db, guest, now);
    await noteGuestAdopted(device);
    return true;
  } catch {
    // A full device, or code that could not be fetched. The drafts stay where they are, and the citizen is told.
    return false;
  } finally {
    db.close();
    guest.close();
  }
}

/** What happened to the session without a press of the citizen's. */
export async function showSessionNotice(key: 'guest.notAdopted' | 'idle.erased'): Promise<void> {
  await i18next.loadNamespaces('session');
  showNotice({ text: i18next.getFixedT(null, 'session')(key) });
}
