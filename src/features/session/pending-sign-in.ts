import { readTabGuest } from '../../lib/tab-guest.ts';
import { PENDING_SIGN_IN, tabMemory } from '../../lib/tab-memory.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import type { SendPress } from '../../state/promised-send.ts';
import { useSession } from '../../state/session.ts';

/** What a sign-in needs once it waits for the code or for the provider's page. The choice is kept from the moment that it is made. */
export interface PendingSignIn {
  /** The choice **Este dispositivo é partilhado**. */
  shared: boolean;
  returnPath: string | null;
  /** The press that begins this sign-in if the citizen signs in to send a request; otherwise null. */
  press: SendPress | null;
  /** The state that the provider must send back; null when not signing in with Chave Móvel Digital. */
  cmdState: string | null;
}

const NOTHING: PendingSignIn = { shared: false, returnPath: null, press: null, cmdState: null };

/** Used where the browser refuses `sessionStorage`. It lasts until the page is left. */
let kept: string | null = null;

/** Keeps the pending sign-in, for this tab only. */
export function keepPendingSignIn(pending: PendingSignIn): void {
  kept = JSON.stringify(pending);
  tabMemory()?.setItem(PENDING_SIGN_IN, kept);
}

export function readPendingSignIn(): PendingSignIn {
  const memory = tabMemory();
  const found = memory ? memory.getItem(PENDING_SIGN_IN) : kept;
  return found ? { ...NOTHING, ...(JSON.parse(found) as Partial<PendingSignIn>) } : NOTHING;
}

/** Returns the pending sign-in at its end and forgets it, so that the next one begins with nothing. */
export function takePendingSignIn(): PendingSignIn {
  const pending = readPendingSignIn();
  kept = null;
  tabMemory()?.removeItem(PENDING_SIGN_IN);
  return pending;
}

/** Whether the device was said to be shared: by a guest of the tab, by whoever begins anew, or by whoever signs in again where they were. */
export function isSharedHere(): boolean {
  return readTabGuest() !== null || readPendingSignIn().shared || useSession.getState().isShared;
}

/** The way back to the sign-in page, where the citizen begins anew and still gets to what they wanted. */
export function wayBack() {
  const { returnPath, press } = readPendingSignIn();
  return {
    to: ADDRESSES.signIn,
    search: returnPath ? { voltar: returnPath } : {},
    state: press ? { press } : {},
  };
}
