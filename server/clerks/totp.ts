import { Secret, TOTP } from 'otpauth';

/** The values that apps assume unless they are told others: SHA-1, six digits, half a minute for each code (RFC 6238). */
const SECRET_BYTES = 20;
const PERIOD_MS = 30_000;
/** How many time steps the clocks may differ, to either side. */
const DRIFT_STEPS = 1;
const CODE = /^[0-9]{6}$/;
const ISSUER = 'Balcão e-Clic';

/** Returns a secret in base32, which is what apps take. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** Returns the address by which an app adds the account. */
export function totpAddress(secret: string, userName: string): string {
  return new TOTP({ issuer: ISSUER, label: userName, secret }).toString();
}

/**
 * Returns the time step of a code that is right now, or is one step early or late; null: it is wrong. The step identifies the code, so that it is taken
 * once.
 */
export function findTotpStep(secret: string, typed: string, nowMs: number): number | null {
  // The library would throw.
  if (!CODE.test(typed)) return null;
  const delta = new TOTP({ secret }).validate({ token: typed, timestamp: nowMs, window: DRIFT_STEPS });
  return delta === null ? null : Math.floor(nowMs / PERIOD_MS) + delta;
}
