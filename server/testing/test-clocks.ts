import { afterWorkingDays } from '../../mocks/world-days.ts';
import type { Clocks } from '../context.ts';

/** A Wednesday without a holiday near. */
const START_MS = Date.parse('2026-11-25T10:31:00.000Z');

export interface TestClocks extends Clocks {
  advance(ms: number): void;
  /** Moves the office's clock alone. */
  moveOffice(workingDays: number): void;
  restart(): void;
}

export function createTestClocks(): TestClocks {
  let now = START_MS;
  let officeAheadMs = 0;
  const officeNow = () => now + officeAheadMs;
  return {
    now: () => now,
    officeNow,
    advance(ms) {
      now += ms;
    },
    moveOffice(workingDays) {
      officeAheadMs += afterWorkingDays(officeNow(), workingDays) - officeNow();
    },
    restart() {
      now = START_MS;
      officeAheadMs = 0;
    },
  };
}
