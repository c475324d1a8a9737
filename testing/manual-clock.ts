import type { Clock } from '../src/lib/clock.ts';

export interface ManualClock extends Clock {
  /** Lets time pass; what falls due runs in its order. */
  pass(durationMs: number): void;
}

export function manualClock(start: Date): ManualClock {
  let nowMs = start.getTime();
  let waiting: { at: number; run: () => void }[] = [];

  return {
    now: () => new Date(nowMs),
    after(delayMs, run) {
      const entry = { at: nowMs + delayMs, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    pass(durationMs) {
      const end = nowMs + durationMs;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        nowMs = next.at;
        next.run();
      }
      nowMs = end;
    },
  };
}
