import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelayMs } from './retry.ts';

const attempts = fc.nat(2_000);

test('a wait never exceeds 20 seconds while looked at, and 5 minutes while hidden', () => {
  fc.assert(
    fc.property(
      attempts,
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, isVisible, chance) => {
        const ms = retryDelayMs({ attempts: n, isVisible, retryAfterMs: null, random: () => chance });
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(isVisible ? 20_000 : 300_000);
      },
    ),
  );
});

test('the ceiling doubles with each attempt', () => {
  const ceilings = [0, 1, 2, 3].map((n) =>
    retryDelayMs({ attempts: n, isVisible: true, retryAfterMs: null, random: () => 1 }),
  );
  expect(ceilings).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('waits at least as long as the server asked', () => {
  expect(retryDelayMs({ attempts: 1, isVisible: true, retryAfterMs: 45_000, random: () => 0 })).toBe(45_000);
});
