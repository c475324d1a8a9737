import { REFERENCE } from '../contract/reference.ts';

/** The letters of a *código de consulta*: no I, L or O, which look like another letter or like a digit. */
export const STATUS_CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
/** Ten letters hold more than 45 bits. */
export const STATUS_CODE_LENGTH = 10;
/** The number of random bytes: enough that each letter comes as often as any other, but for one part in 2^80. */
export const STATUS_CODE_BYTES = 16;

/** Makes a *código de consulta* from random bytes. */
export function statusCodeOf(random: Uint8Array): string {
  const base = BigInt(STATUS_CODE_LETTERS.length);
  let rest = random.subarray(0, STATUS_CODE_BYTES).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let code = '';
  while (code.length < STATUS_CODE_LENGTH) {
    code += STATUS_CODE_LETTERS[Number(rest % base)];
    rest /= base;
  }
  return code;
}

/** Writes a code for people, *ABCDE FGHJK* in one line: two halves are read and copied more easily than ten letters. */
export function writeStatusCode(code: string): string {
  const half = STATUS_CODE_LENGTH / 2;
  return `${code.slice(0, half)}\u00a0${code.slice(half)}`;
}

/** Reads a code as typed, with any spaces, hyphens and small letters; returns null when it cannot be a code. */
export function readStatusCode(typed: string): string | null {
  const code = bare(typed);
  const isCode =
    code.length === STATUS_CODE_LENGTH && [...code].every((each) => STATUS_CODE_LETTERS.includes(each));
  return isCode ? code : null;
}

/** Reads a reference in the same way. */
export function readReference(typed: string): string | null {
  const reference = bare(typed).replace(/^EC([0-9]{4})/, 'EC-$1-');
  return REFERENCE.test(reference) ? reference : null;
}

function bare(typed: string): string {
  return typed.replace(/[\s\p{Dash}]/gu, '').toUpperCase();
}
