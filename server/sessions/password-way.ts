import { randomInt } from 'node:crypto';
import { findAccount } from '../accounts/find-account.ts';
import { makeGroups } from '../clerks/password.ts';
import type { Context } from '../context.ts';
import type { CitizenRow } from '../db/schema.ts';
import type { SendMail } from '../mail/mailer.ts';
import { codeMail, passwordChangedMail, recoveryMail } from '../mail/texts.ts';
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

/** The code has 49 bits: nobody guesses it within years. */
const RECOVERY_GROUPS = 2;

/** Keeps palavras-chave, with mails to the address that whoever runs the server has entered. */
export function createPasswordKeeping(
  { seal, site }: Pick<Context, 'seal' | 'site'>,
  sendMail: SendMail,
  /** Null: nobody can recover a palavra-chave. */
  reachMail: (() => Promise<void>) | null,
): PasswordKeeping {
  /** The page for somebody who did not change the palavra-chave themselves, and needs another one. */
  const page = site + (reachMail ? '/palavra-chave' : '/contactos');

  async function send(
    { id, emailSealed }: CitizenRow,
    words: { subject: string; text: string },
  ): Promise<void> {
    if (emailSealed) await sendMail({ to: seal.open(emailSealed, id), ...words });
  }

  return {
    tellChanged: (citizen) => send(citizen, passwordChangedMail(citizen.language, page)),
    recovery: reachMail && {
      reachMail,
      newCode: () => makeGroups(RECOVERY_GROUPS),
      sendCode: (citizen, code) => send(citizen, recoveryMail(citizen.language, code)),
      judgeCode: (typed, isSent) => (isSent(typed) ? 'right' : 'wrong'),
    },
  };
}
