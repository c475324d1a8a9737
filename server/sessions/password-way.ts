import { randomInt } from 'node:crypto';
import { findAccount } from '../accounts/find-account.ts';
import type { Context } from '../context.ts';
import type { SendMail } from '../mail/mailer.ts';
import { codeMail } from '../mail/texts.ts';
import type { PasswordKeeping, PasswordWay } from './sign-in-ways.ts';

const CODE_DIGITS = 6;

/** Signs in by NISS and palavra-chave of people whom whoever runs the server has entered, and a code by e-mail. */
export function createPasswordWay(
  { seal, hashing }: Pick<Context, 'seal' | 'hashing'>,
  sendMail: SendMail,
  keeping: PasswordKeeping | null = null,
): PasswordWay {
  return {
    isPasswordRight: async (db, citizenId, password) =>
      hashing.isRight(await findAccount(db, citizenId), password),
    newCode: () => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'),
    async sendCode({ id, emailSealed, language }, code) {
      if (!emailSealed) throw new Error('Whoever has a palavra-chave has an address');
      await sendMail({ to: seal.open(emailSealed, id), ...codeMail(language, code) });
    },
    judgeCode: (typed, sent) => (typed === sent ? 'right' : 'wrong'),
    keeping,
  };
}
