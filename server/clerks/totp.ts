import { Secret, TOTP } from 'otpauth';

/** What apps of codes know without being told: SHA-1, six digits, half a minute each (RFC 6238). */
const SECRET_BYTES = 20;
const PERIOD_MS = 30_000;
/** Clocks may differ by so much, to either side. */
const DRIFT_STEPS = 1;
const CODE = /^[0-9]{6}$/;
const ISSUER = 'Balcão e-Clic';

/** In base32, as apps take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an app opens to have the account. */
export function totpAddress(secret: string, userName: string): string {
  return new TOTP({ issuer: ISSUER, label: userName, secret }).toString();
}

/** The time step of a code that is right now, or was a step ago, or will be in one; null: it is not. A code is known by it, so that it is taken once. */
export function findTotpStep(secret: string, typed: string, nowMs: number): number | null {
  // What the library would throw at.
  if (!CODE.test(typed)) return null;
  const delta = new TOTP({ secret }).validate({ token: typed, timestamp: nowMs, window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(nowMs / PERIOD_MS) + delta;
}
