/** The key of the sign-in that waits for the code or for the provider's page. */
export const PENDING_SIGN_IN = 'eclic-sign-in';

/** Returns `sessionStorage`; null where the browser keeps nothing for this site: such a browser throws already when it is read. */
export function tabMemory(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

/** Forgets what the tab kept of somebody who left, except that the device is shared: a sign-in that is under way must not treat it as the citizen's own. */
export function clearTabMemory(isShared: boolean): void {
  tabMemory()?.clear();
  if (isShared) tabMemory()?.setItem(PENDING_SIGN_IN, '{"shared":true}');
}
