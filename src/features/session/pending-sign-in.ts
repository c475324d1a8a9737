import { tabMemory } from '../../lib/tab-memory.ts';
import type { SendPress } from '../../state/promised-send.ts';

/** A sign-in that waits for the code or for the provider's page. */
export interface PendingSignIn {
  /** *Este dispositivo é partilhado*. */
  shared: boolean;
  returnPath: string | null;
  /** Null where they sign in for something else. */
  press: SendPress | null;
  /** The state that the provider must bring back; null without Chave Móvel Digital. */
  cmdState: string | null;
}

const KEY = 'eclic-sign-in';
const NOTHING: PendingSignIn = { shared: false, returnPath: null, press: null, cmdState: null };

/** Used where the browser refuses `sessionStorage`. It lasts until the page is left. */
let kept: string | null = null;

/** Kept for this tab only. */
export function keepPendingSignIn(pending: PendingSignIn): void {
  kept = JSON.stringify(pending);
  tabMemory()?.setItem(KEY, kept);
}

export function readPendingSignIn(): PendingSignIn {
  const memory = tabMemory();
  const found = memory ? memory.getItem(KEY) : kept;
  return found ? { ...NOTHING, ...(JSON.parse(found) as Partial<PendingSignIn>) } : NOTHING;
}

/** Takes the pending sign-in at its end, so that the next one starts from nothing. */
export function takePendingSignIn(): PendingSignIn {
  const pending = readPendingSignIn();
  kept = null;
  tabMemory()?.removeItem(KEY);
  return pending;
}
