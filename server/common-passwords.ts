import { judgeChosenPassword, type PasswordFault, type PasswordRules } from '../domain/chosen-password.ts';

let mostUsed: Promise<ReadonlySet<string>> | undefined;

/** Loads the fifty thousand most used passwords, once: nobody needs them who does not choose a password, and to order them takes long. */
async function loadMostUsed(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}

/** Returns what is wrong with a chosen password, judged also by the most used ones. */
export async function judgeByCommonOnes(
  password: string,
  rules: Omit<PasswordRules, 'common'>,
): Promise<PasswordFault | null> {
  mostUsed ??= loadMostUsed().catch((error: unknown) => {
    mostUsed = undefined;
    throw error;
  });
  return judgeChosenPassword(password, { ...rules, common: await mostUsed });
}
