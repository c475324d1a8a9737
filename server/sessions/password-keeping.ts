import { makeGroups } from '../clerks/password.ts';
import type { Context } from '../context.ts';
import type { CitizenRow } from '../db/schema.ts';
import type { SendMail } from '../mail/mailer.ts';
import { passwordChangedMail, recoveryMail } from '../mail/texts.ts';
import type { PasswordKeeping } from './sign-in-ways.ts';

/** The code has 49 bits: nobody guesses it within years. */
const CODE_GROUPS = 2;

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
      newCode: () => makeGroups(CODE_GROUPS),
      sendCode: (citizen, code) => send(citizen, recoveryMail(citizen.language, code)),
      judgeCode: (typed, isSent) => (isSent(typed) ? 'right' : 'wrong'),
    },
  };
}
