import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { findTotpStep, newTotpSecret, totpAddress } from './totp.ts';

/** The codes of RFC 6238, appendix B, for SHA-1. They have eight digits; a code of six digits is the last six of them. */
const RFC_SECRET = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
const RFC_VECTORS = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
] as const;

it.each(RFC_VECTORS)(
  'at second %i the code of RFC 6238 is right, and is known by its time step',
  (second, code) => {
    const sixDigits = code.slice(-6);
    expect(findTotpStep(RFC_SECRET, sixDigits, second * 1000)).toBe(Math.floor(second / 30));
    const wrong = `${sixDigits.slice(0, 5)}${(Number(sixDigits[5]) + 1) % 10}`;
    expect(findTotpStep(RFC_SECRET, wrong, second * 1000)).toBeNull();
  },
);

it('a clock may be a step before or behind, and no more', () => {
  const [second, code] = RFC_VECTORS[2];
  const at = (steps: number) => findTotpStep(RFC_SECRET, code.slice(-6), (second + steps * 30) * 1000);
  const step = Math.floor(second / 30);
  expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step, step, step, null]);
});

it('what is no code of six digits is never right', () => {
  for (const typed of ['', '28708', '94287082', 'abcdef', '٢٨٧٠٨٢', '-87082'])
    expect(findTotpStep(RFC_SECRET, typed, 59_000)).toBeNull();
});

it('an app is told all that it has to know, with a secret of its own of 160 bits', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(secret);
  const url = new URL(totpAddress(secret, 'ana'));
  expect(url.href).toMatch(/^otpauth:\/\/totp\//);
  expect(decodeURIComponent(url.pathname)).toContain('Balcão e-Clic:ana');
  const told = { secret, algorithm: 'SHA1', digits: '6', period: '30' };
  expect(Object.fromEntries(url.searchParams)).toMatchObject(told);
  expect(TOTP.generate({ secret: Secret.fromBase32(secret) })).toMatch(/^[0-9]{6}$/);
});
