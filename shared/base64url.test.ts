import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url.ts';

describe('base64url', () => {
  it('agrees with Node and gives back what it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each([
    ['padding', 'AA=='],
    ['bits after the last byte', 'AB'],
    ['bits after the last of two bytes', 'AAB'],
    ['a digit too many', 'AAAAA'],
    ['a space', 'AA AA'],
    ['an end of line', 'AAAA\n'],
    ['digits of plain Base64', 'AA+/'],
    ['letters of another alphabet', 'АААА'],
  ])('refuses %s', (_what, text) => {
    expect(fromBase64Url(text)).toBeNull();
  });

  it('has at most one text for the same bytes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{0,40}$/), (text) => {
        const bytes = fromBase64Url(text);
        if (bytes) expect(toBase64Url(bytes)).toBe(text);
      }),
    );
  });
});
