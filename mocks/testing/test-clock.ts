/** A Wednesday without a holiday near. */
const START_MS = Date.parse('2026-11-25T10:31:00.000Z');

/** Makes a clock for real time, which the test moves. */
export function createTestClock(): { now: () => number; advance: (ms: number) => void } {
  let now = START_MS;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}
