/** A Wednesday without a holiday near. */
const START_MS = Date.parse('2026-11-25T10:31:00.000Z');

/** Real time, as the test wants it. */
export function createTestClock(): { now: () => number; advance: (ms: number) => void } {
  let now = START_MS;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}
