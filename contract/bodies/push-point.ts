import { fromBase64Url } from '../../shared/base64url.ts';

/** P-256, as FIPS 186 has it: its points are those for which y² = x³ − 3x + B, modulo P. */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const UNCOMPRESSED = 4;
const NUMBER_BYTES = 32;

/** Whether a browser's push key, in base64url, is an uncompressed point of P-256: no message can be encrypted for anything else. */
export function isPushPoint(key: string): boolean {
  const bytes = fromBase64Url(key);
  if (bytes?.length !== 1 + 2 * NUMBER_BYTES || bytes[0] !== UNCOMPRESSED) return false;
  const x = readNumber(bytes.subarray(1, 1 + NUMBER_BYTES));
  const y = readNumber(bytes.subarray(1 + NUMBER_BYTES));
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
}

function readNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}
