import { judgeChosenPassword, type PasswordFault, type PasswordRules } from '../domain/chosen-password.ts';

/** What is wrong with a chosen password, also by the fifty thousand that are used the most, which nobody needs but whoever chooses one. */
export async function judgeByCommonOnes(
  password: string,
  rules: Omit<PasswordRules, 'common'>,
): Promise<PasswordFault | null> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return judgeChosenPassword(password, { ...rules, common: new Set(dictionary['passwords-common']) });
}
