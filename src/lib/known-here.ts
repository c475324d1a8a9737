/** Where a browser keeps the mark. It says that somebody uses e-Clic on this device, and nothing of whom. */
export const KNOWN_HERE_KEY = 'eclic-known';

/**
 * Whether somebody may be known on this device, before any database is open. It tells what to do first and is never the truth: that stands in
 * the device's database. Where the mark cannot be read, somebody may be.
 */
export function mayBeKnownHere(): boolean {
  try {
    return localStorage.getItem(KNOWN_HERE_KEY) !== null;
  } catch {
    return true;
  }
}

export function markKnownHere(isSomebodyHere: boolean): void {
  try {
    if (isSomebodyHere) localStorage.setItem(KNOWN_HERE_KEY, '1');
    else localStorage.removeItem(KNOWN_HERE_KEY);
  } catch {
    // The next start then finds out later who is here, or looks first at once.
  }
}
