import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  readReference,
  readStatusCode,
  STATUS_CODE_BYTES,
  STATUS_CODE_LENGTH,
  STATUS_CODE_LETTERS,
  statusCodeOf,
  writeStatusCode,
} from './status-code.ts';

const bytes = fc.uint8Array({ minLength: STATUS_CODE_BYTES, maxLength: 32 });

it('a code has at least 45 bits, in letters none of which looks like another', () => {
  expect(Math.log2(STATUS_CODE_LETTERS.length) * STATUS_CODE_LENGTH).toBeGreaterThan(45);
  expect(new Set(STATUS_CODE_LETTERS).size).toBe(STATUS_CODE_LETTERS.length);
  expect(STATUS_CODE_LETTERS).not.toMatch(/[ILO\d]/);
});

it('whatever is drawn can be written, read aloud in small letters with hyphens, and typed again', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom(' ', '-', '', '  ', ' – ', '\u00a0'), (drawn, between) => {
      const code = statusCodeOf(drawn);
      const typed = ` ${writeStatusCode(code).toLowerCase().replace('\u00a0', between)}\n`;
      return readStatusCode(code) === code && readStatusCode(typed) === code;
    }),
  );
});

it('each letter comes as often as any other at each place', () => {
  const counts = new Map<string, number>();
  const rounds = 4600;
  for (let round = 0; round < rounds; round += 1) {
    const code = statusCodeOf(crypto.getRandomValues(new Uint8Array(STATUS_CODE_BYTES)));
    for (const [place, letter] of [...code].entries()) {
      const key = `${place}${letter}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(STATUS_CODE_LETTERS.length * STATUS_CODE_LENGTH);
  // 200 are expected; as far off as this comes once in many thousand runs.
  for (const count of counts.values()) expect(Math.abs(count - rounds / 23)).toBeLessThan(85);
});

it.each(['', 'ABCDEFGHJ', 'ABCDEFGHJKM', 'ABCDEFGHJI', 'ABCDEFGHJ0', 'ÁBCDEFGHJK', 'ABCDE/FGHJK'])(
  '«%s» is no code',
  (typed) => {
    expect(readStatusCode(typed)).toBeNull();
  },
);

it.each([
  ['EC-2026-0000123', 'EC-2026-0000123'],
  [' ec 2026 0000123 ', 'EC-2026-0000123'],
  ['EC20260000123', 'EC-2026-0000123'],
  ['EC‑2026–0000123', 'EC-2026-0000123'],
  ['EC-2027-10000000', 'EC-2027-10000000'],
  ['ec 2027 123456789', 'EC-2027-123456789'],
  ['2026-0000123', null],
  ['EC-2026-123', null],
  ['EC-2026-00001234', null],
  ['EC-2026-1234567890', null],
])('the reference «%s» is read as %s', (typed, reference) => {
  expect(readReference(typed)).toBe(reference);
});
