/** More often than this nobody can read what changes. */
const EVERY_MS = 500;

/** Waits until it is time again for `subject`; for another subject it is time at once. */
export type Pace = (subject: unknown) => Promise<void>;

export function createPace(now: () => number = () => performance.now()): Pace {
  let lastSubject: unknown;
  let nextAt = 0;
  return async (subject) => {
    const waitMs = subject === lastSubject ? nextAt - now() : 0;
    lastSubject = subject;
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    nextAt = now() + EVERY_MS;
  };
}
