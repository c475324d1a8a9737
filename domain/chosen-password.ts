import type { ProblemType } from '../contract/types.ts';

/** NIST SP 800-63B-4, 3.1.1.2, for a palavra-chave beside which a code is asked for. */
export const PASSWORD_MIN_LETTERS = 8;
/** As the contract caps it, in UTF-16 units. */
export const PASSWORD_MAX_UNITS = 128;

/** Common here: a list made elsewhere does not know them. */
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

/** What a server answers a citizen of each. */
export const PASSWORD_PROBLEMS: Record<PasswordFault, ProblemType> = {
  short: 'password-too-short',
  common: 'password-too-common',
};

export interface PasswordRules {
  minLetters: number;
  /** What of theirs whoever chooses it may not choose: a name, a number. */
  own: readonly string[];
  /** Folded, of those of everybody. */
  common: ReadonlySet<string>;
}

/** What is wrong with a password that somebody has chosen; null: nothing. */
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

/** What of theirs a citizen may not choose. */
export function ownWordsOf({ name, niss }: { name: string; niss: string }): string[] {
  return [name, ...name.split(' '), niss];
}

/** In code points, of the form in which it is kept. */
export function countLetters(password: string): number {
  return [...password.normalize('NFC')].length;
}

/** A keyboard writes an accented letter in two ways. */
export function isSamePassword(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

/** Without what people add to a common word to have it taken: capitals, accents, strokes and blanks. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
