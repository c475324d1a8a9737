/** `sessionStorage`. Null where the browser keeps nothing for this site: such a browser refuses already to be asked. */
export function tabMemory(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
