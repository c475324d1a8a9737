/** Nobody can read what changes more often than this. */
const EVERY_MS = 500;

/** Waits until `subject` may have its next turn; another subject has its turn at once. */
type Throttle = (subject: unknown) => Promise<void>;

export function createThrottle(now: () => number = () => performance.now()): Throttle {
  let lastSubject: unknown;
  let nextAt = 0;
  return async (subject) => {
    const waitMs = subject === lastSubject ? nextAt - now() : 0;
    lastSubject = subject;
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    nextAt = now() + EVERY_MS;
  };
}
