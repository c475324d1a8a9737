import type { ProblemType } from '../contract/types.ts';

/** The minimum of NIST SP 800-63B-4, 3.1.1.2, for a palavra-chave that is asked together with a code. */
export const PASSWORD_MIN_LETTERS = 8;
/** The contract's maximum, in UTF-16 units. */
export const PASSWORD_MAX_UNITS = 128;

/** Common passwords of this country and this site, which a list made elsewhere lacks. */
const COMMON_HERE = [
  'palavrachave',
  'palavrapasse',
  'segurancasocial',
  'segsocial',
  'demonstracao',
  'balcaoeclic',
  'administrador',
];

export type PasswordFault = 'short' | 'common';

/** The problem that a server returns to a citizen for each fault. */
export const PASSWORD_PROBLEMS: Record<PasswordFault, ProblemType> = {
  short: 'password-too-short',
  common: 'password-too-common',
};

export interface PasswordRules {
  minLetters: number;
  /** The person's own words, such as names and numbers, which are refused as passwords. */
  own: readonly string[];
  /** Passwords that are common everywhere, in the form of `fold`. */
  common: ReadonlySet<string>;
}

/** Returns what is wrong with a chosen password, or null. */
export function judgeChosenPassword(
  password: string,
  { minLetters, own, common }: PasswordRules,
): PasswordFault | null {
  if (countLetters(password) < minLetters) return 'short';
  const folded = fold(password);
  const bare = folded.replace(/[0-9]+$/, '');
  const taken = new Set([...COMMON_HERE, ...own.map(fold)]);
  const isCommon = [folded, bare].some((each) => common.has(each) || taken.has(each));
  return isCommon || new Set(folded || password).size === 1 ? 'common' : null;
}

/** Lists the citizen's own words, which are refused as passwords. */
export function ownWordsOf({ name, niss }: { name: string; niss: string }): string[] {
  return [name, ...name.split(' '), niss];
}

/** Counts the code points of the NFC form, which is the form that the server hashes. */
export function countLetters(password: string): number {
  return [...password.normalize('NFC')].length;
}

/** Compares the NFC forms, since keyboards write an accented letter in two ways. */
export function isSamePassword(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

/** Removes what people add to a common word to have it accepted: capitals, accents, hyphens and spaces. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
