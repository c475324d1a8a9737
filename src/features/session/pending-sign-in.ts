import { tabMemory } from '../../lib/tab-memory.ts';
import type { SendPress } from '../../state/promised-send.ts';

/** A sign-in that waits for the code or for the provider's page. */
export interface PendingSignIn {
  /** The choice **Este dispositivo é partilhado**. */
  shared: boolean;
  returnPath: string | null;
  /** The press that begins this sign-in if the citizen signs in to send a request; otherwise null. */
  press: SendPress | null;
  /** The state that the provider must send back; null when not signing in with Chave Móvel Digital. */
  cmdState: string | null;
}

const KEY = 'eclic-sign-in';
const NOTHING: PendingSignIn = { shared: false, returnPath: null, press: null, cmdState: null };

/** Used where the browser refuses `sessionStorage`. It lasts until the page is left. */
let kept: string | null = null;

/** Keeps the pending sign-in, for this tab only. */
export function keepPendingSignIn(pending: PendingSignIn): void {
  kept = JSON.stringify(pending);
  tabMemory()?.setItem(KEY, kept);
}

export function readPendingSignIn(): PendingSignIn {
  const memory = tabMemory();
  const found = memory ? memory.getItem(KEY) : kept;
  return found ? { ...NOTHING, ...(JSON.parse(found) as Partial<PendingSignIn>) } : NOTHING;
}

/** Returns the pending sign-in at its end and forgets it, so that the next one begins with nothing. */
export function takePendingSignIn(): PendingSignIn {
  const pending = readPendingSignIn();
  kept = null;
  tabMemory()?.removeItem(KEY);
  return pending;
}
