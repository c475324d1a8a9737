import { randomInt } from 'node:crypto';
import { PASSWORD_MAX_UNITS, type PasswordFault } from '../../domain/chosen-password.ts';
import { judgeByCommonOnes } from '../common-passwords.ts';

/** Leaves out letters and digits that look like others when they are copied from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LETTERS = 5;

/** Makes a password of nearly a hundred bits. */
export function makePassword(): string {
  return makeGroups(GROUPS);
}

/** Makes random letters, in groups that can be read aloud. */
export function makeGroups(count: number): string {
  const group = () =>
    Array.from({ length: GROUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: count }, group).join('-');
}

export const PASSWORD_MIN_LETTERS = 12;

/** Returns what is wrong with a password that a clerk has chosen; null: nothing. */
export async function judgeClerksPassword(
  password: string,
  { userName, name }: { userName: string; name: string },
): Promise<PasswordFault | 'long' | null> {
  if (password.length > PASSWORD_MAX_UNITS) return 'long';
  const own = [userName, name, ...name.split(/\s+/)].filter((word) => word !== '');
  return judgeByCommonOnes(password, { minLetters: PASSWORD_MIN_LETTERS, own });
}
