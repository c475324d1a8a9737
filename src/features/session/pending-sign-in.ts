import { tabMemory } from '../../lib/tab-memory.ts';

/** What has to outlive the way to the provider's page and back, or to the code. */
export interface PendingSignIn {
  /** *Este dispositivo é partilhado*. */
  shared: boolean;
  returnPath: string | null;
  /** What the provider must bring back; null without Chave Móvel Digital. */
  cmdState: string | null;
}

const KEY = 'eclic-sign-in';
const NOTHING: PendingSignIn = { shared: false, returnPath: null, cmdState: null };

/** In the place of the tab's memory where the browser refuses it. It lasts until the page is left. */
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

/** For the end of a sign-in: the next one starts from nothing. */
export function takePendingSignIn(): PendingSignIn {
  const pending = readPendingSignIn();
  kept = null;
  tabMemory()?.removeItem(KEY);
  return pending;
}
