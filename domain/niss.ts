import { err, ok, type Result } from '../shared/result.ts';

export type NissProblem = 'missing' | 'length' | 'characters' | 'check';

const NISS_DIGITS = 11;
const WEIGHTS = [29, 23, 19, 17, 13, 11, 7, 5, 3, 2];

/** Characters that are pasted along with a number: white space of any width, dots, hyphens, dashes, invisible marks. */
const SEPARATORS = /[\s.\p{Dash}\p{Cf}]/gu;

/** Reads the eleven digits, or tells what is wrong. 5.5 % of slips of one digit pass the check: a well-formed NISS proves no identity. */
export function parseNiss(input: string): Result<string, NissProblem> {
  const digits = input.replace(SEPARATORS, '');
  if (digits === '') return err('missing');
  if (!/^[0-9]+$/.test(digits)) return err('characters');
  if (digits.length !== NISS_DIGITS) return err('length');
  const isKnownHolder = digits.startsWith('1') || digits.startsWith('2');
  if (!isKnownHolder || !digits.endsWith(String(nissCheckDigit(digits)))) return err('check');
  return ok(digits);
}

/** Returns the eleventh digit that belongs to the first ten of `digits`. */
export function nissCheckDigit(digits: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index] ?? 0), 0);
  return 9 - (sum % 10);
}

/** Masks a NISS for screens: only the last three digits are shown. */
export function maskNiss(niss: string): string {
  return '•'.repeat(Math.max(niss.length - 3, 0)) + niss.slice(-3);
}

export function nissHolder(niss: string): 'person' | 'organisation' {
  return niss.startsWith('2') ? 'organisation' : 'person';
}
