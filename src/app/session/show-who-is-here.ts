import i18next from 'i18next';
import { type DeviceDatabase, readOccupants } from '../../db/core/device-database.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { findTabGuest } from '../../db/core/tab-guests.ts';
import { forgetTabGuest } from '../../lib/tab-guest.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import { showNotice } from '../../state/notices.ts';
import { setSession, useSession } from '../../state/session.ts';
import type { SessionScope } from './session-scope.ts';

interface Place {
  device: DeviceDatabase;
  scope: SessionScope;
  now: () => Date;
}

/**
 * Puts on the screen whoever the device says is here. `draftId` is what they signed in to send: it goes to them before anything is shown, and
 * they are asked of the guest's other drafts.
 */
export async function showWhoIsHere({ device, scope, now }: Place, draftId?: string): Promise<void> {
  const { current, hasGuest } = await readOccupants(device);
  const tabGuest = await findTabGuest(device);
  if (!tabGuest) forgetTabGuest();
  const before = useSession.getState();
  const isSame = before.citizen?.id === current?.id;
  const keepsStatus = isSame && before.status !== 'unknown';
  const status = keepsStatus ? before.status : current ? 'unknown' : 'signedOut';
  // A name never stands on the screen without its database.
  if (!isSame) setSession({ citizen: null, status });
  // Where they wanted to be, and how far down they had read.
  if (!isSame && before.citizen) tabMemory()?.clear();

  if (current && draftId) await adopt(current.id, draftId, now());
  const guest = tabGuest ?? (hasGuest ? { id: GUEST_ID } : null);
  await scope.become(current ?? guest);
  setSession({ citizen: current, status });
  useSession.setState({ guestId: (current && guest?.id) ?? null });
}

/** Where it fails, on a full device or for want of code, the draft stays with the guest, and the citizen is asked as of any other. */
async function adopt(citizenId: string, draftId: string, now: Date): Promise<void> {
  try {
    const { adoptDraft } = await import('./adopt-draft.ts');
    await adoptDraft(citizenId, draftId, now);
  } catch {
    // The question says the rest.
  }
}

/** What happened to the session without a press of the citizen's. */
export async function showSessionNotice(
  key: 'idle.erased' | 'idle.guestErased' | 'erasedAsTold',
): Promise<void> {
  await i18next.loadNamespaces('session');
  showNotice({ text: i18next.getFixedT(null, 'session')(key) });
}
