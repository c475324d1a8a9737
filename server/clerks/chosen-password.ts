import type { PasswordFault } from '../../domain/chosen-password.ts';
import { judgeByCommonOnes } from '../common-passwords.ts';

export const PASSWORD_MIN_LETTERS = 12;

/** Returns what is wrong with a password that a clerk has chosen; null: nothing. */
export function judgeClerksPassword(password: string, userName: string): Promise<PasswordFault | null> {
  return judgeByCommonOnes(password, { minLetters: PASSWORD_MIN_LETTERS, own: [userName] });
}
