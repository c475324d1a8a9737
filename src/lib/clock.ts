/** A parameter of everything that waits, so that tests do not have to wait. */
export interface Clock {
  now(): Date;
  /** Calls `run` once after the delay, unless the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
