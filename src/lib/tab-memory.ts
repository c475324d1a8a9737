/** Returns `sessionStorage`; null where the browser keeps nothing for this site: such a browser throws already when it is read. */
export function tabMemory(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
