import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const NOW = new Date('2026-11-25T12:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['7', 7_000],
    ['Wed, 25 Nov 2026 12:00:30 GMT', 30_000],
    ['-5', 0],
    ['999999999', 999_999_999_000],
    ['Wed, 25 Nov 2020 12:00:30 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s asks for %s milliseconds', (header, expected) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });

  test('never asks for less than nothing, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (header) => {
        const ms = readRetryAfter(header, NOW);
        return ms === null || ms >= 0;
      }),
    );
  });
});
