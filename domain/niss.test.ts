import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../shared/result.ts';
import { maskNiss, nissCheckDigit, nissHolder, parseNiss } from './niss.ts';

const PERSONS = ['10000000000', '11000000007', '12345678902', '11987654325', '10000000018'];
const ORGANISATIONS = ['20000000001', '25000000014', '20098765432'];

const validNiss = fc
  .tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^[0-9]{9}$/))
  .map(([first, rest]) => first + rest + nissCheckDigit(first + rest));

describe('parseNiss', () => {
  it.each(PERSONS)('accepts the person %s', (niss) => {
    expect(parseNiss(niss)).toEqual(ok(niss));
    expect(nissHolder(niss)).toBe('person');
  });

  it.each(ORGANISATIONS)('accepts the organisation %s', (niss) => {
    expect(parseNiss(niss)).toEqual(ok(niss));
    expect(nissHolder(niss)).toBe('organisation');
  });

  it.each([
    ['12345678903', 'check'],
    ['99999999999', 'check'],
    ['01234567890', 'check'],
    ['1234567890', 'length'],
    ['123456789022', 'length'],
    ['1234567890A', 'characters'],
    ['maria', 'characters'],
    ['1234567890٢', 'characters'],
    ['', 'missing'],
    [' \u00a0- ', 'missing'],
  ] as const)('refuses «%s»: %s', (input, problem) => {
    expect(parseNiss(input)).toEqual(err(problem));
  });

  it.each([
    '123 456 789 02',
    ' 123.456.789-02\n',
    '123\u00a0456\u202f789\u200902',
    '\u200e123–456–789‑02\u200f',
  ])('drops the separators that come with a pasted «%s»', (input) => {
    expect(parseNiss(input)).toEqual(ok('12345678902'));
  });

  it('accepts every number with its own check digit, and no other check digit', () => {
    fc.assert(
      fc.property(validNiss, fc.integer({ min: 0, max: 9 }), (niss, last) => {
        expect(parseNiss(niss)).toEqual(ok(niss));
        const changed = niss.slice(0, -1) + last;
        expect(parseNiss(changed).ok).toBe(changed === niss);
      }),
    );
  });

  it('gives eleven digits or a problem for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = parseNiss(text);
        if (result.ok) expect(result.value).toMatch(/^[12][0-9]{10}$/);
      }),
    );
  });
});

describe('maskNiss', () => {
  it('shows the last three digits and nothing else', () => {
    expect(maskNiss('12345678902')).toBe('••••••••902');
    fc.assert(
      fc.property(validNiss, (niss) => {
        expect(maskNiss(niss).replace(/[^0-9]/g, '')).toBe(niss.slice(8));
      }),
    );
  });
});
