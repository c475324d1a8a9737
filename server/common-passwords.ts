import { judgeChosenPassword, type PasswordFault, type PasswordRules } from '../domain/chosen-password.ts';

/**
 * Returns what is wrong with a chosen password, judged also by the fifty thousand most used ones. They are loaded here because nobody needs them who does not
 * choose a password.
 */
export async function judgeByCommonOnes(
  password: string,
  rules: Omit<PasswordRules, 'common'>,
): Promise<PasswordFault | null> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return judgeChosenPassword(password, { ...rules, common: new Set(dictionary['passwords-common']) });
}
