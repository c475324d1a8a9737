/** Where a browser keeps the mark. It says that somebody uses e-Clic on this device, and nothing of whom. */
export const START_HINT_KEY = 'eclic-known';

/** `citizen`: somebody who signed in. `guest`: only somebody who did not. `leaving`: nobody, but something is still to be done for who was. */
export type StartHint = 'citizen' | 'guest' | 'leaving' | null;

/**
 * Who may be known on this device, before any database is open. It tells what to do first and is never the truth: that stands in the device's
 * database.
 */
export function readStartHint(): StartHint | 'untold' {
  try {
    const mark = localStorage.getItem(START_HINT_KEY);
    return mark === 'citizen' || mark === 'guest' || mark === 'leaving' ? mark : null;
  } catch {
    return 'untold';
  }
}

/** Where the mark cannot be read, somebody may be. */
export function maySomebodyBeHere(): boolean {
  return readStartHint() !== null;
}

export function writeStartHint(who: StartHint): void {
  try {
    if (who) localStorage.setItem(START_HINT_KEY, who);
    else localStorage.removeItem(START_HINT_KEY);
  } catch {
    // The next start then finds out later who is here, or looks first at once.
  }
}
