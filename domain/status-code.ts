/** No letter that looks like another or like a digit: no I, L, O. */
export const STATUS_CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';
/** More than 45 bits. */
export const STATUS_CODE_LENGTH = 10;
/** So many that each letter comes as often as any other, but for one part in 2^80. */
export const STATUS_CODE_BYTES = 16;

const REFERENCE = /^EC([0-9]{4})([0-9]{7})$/;

/** The *código de consulta* that random bytes make. */
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

/** As it is written, *ABCDE FGHJK* in one line: two halves are read and copied more easily than ten letters. */
export function writeStatusCode(code: string): string {
  const half = STATUS_CODE_LENGTH / 2;
  return `${code.slice(0, half)}\u00a0${code.slice(half)}`;
}

/** What somebody typed, with whatever spaces, hyphens and small letters; null where it can be no code. */
export function readStatusCode(typed: string): string | null {
  const code = bare(typed);
  const isCode =
    code.length === STATUS_CODE_LENGTH && [...code].every((each) => STATUS_CODE_LETTERS.includes(each));
  return isCode ? code : null;
}

/** A reference likewise. */
export function readReference(typed: string): string | null {
  const [, year, number] = REFERENCE.exec(bare(typed)) ?? [];
  return year && number ? `EC-${year}-${number}` : null;
}

function bare(typed: string): string {
  return typed.replace(/[\s\p{Dash}]/gu, '').toUpperCase();
}
