/** The key under which a browser keeps the mark. The mark says that somebody uses e-Clic on this device, and nothing of who it is. */
export const START_HINT_KEY = 'eclic-known';

/** `citizen`: somebody who signed in. `guest`: only somebody who did not. `leaving`: nobody, but something is still to be done for somebody who left. */
type StartHint = 'citizen' | 'guest' | 'leaving' | null;

/**
 * Reads who may be known on this device, before any database is open. The mark tells what to do first and is never the truth: that stands in the
 * device's database.
 */
export function readStartHint(): StartHint | 'untold' {
  try {
    const mark = localStorage.getItem(START_HINT_KEY);
    return mark === 'citizen' || mark === 'guest' || mark === 'leaving' ? mark : null;
  } catch {
    return 'untold';
  }
}

/** Returns whether somebody may be here; where the mark cannot be read, somebody may. */
export function maySomebodyBeHere(): boolean {
  return readStartHint() !== null;
}

export function writeStartHint(who: StartHint): void {
  try {
    if (who) localStorage.setItem(START_HINT_KEY, who);
    else localStorage.removeItem(START_HINT_KEY);
  } catch {
    // The mark is only a hint. Without it the next start reads later who is here; with an outdated one it reads the device's database first.
  }
}
