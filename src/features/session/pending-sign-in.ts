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

/** Kept for this tab only. */
export function keepPendingSignIn(pending: PendingSignIn): void {
  sessionStorage.setItem(KEY, JSON.stringify(pending));
}

export function readPendingSignIn(): PendingSignIn {
  const kept = sessionStorage.getItem(KEY);
  return kept ? { ...NOTHING, ...(JSON.parse(kept) as Partial<PendingSignIn>) } : NOTHING;
}

/** For the end of a sign-in: the next one starts from nothing. */
export function takePendingSignIn(): PendingSignIn {
  const pending = readPendingSignIn();
  sessionStorage.removeItem(KEY);
  return pending;
}
