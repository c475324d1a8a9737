import type { Mail, SendMail } from '../mail/mailer.ts';

export interface Mailbox {
  send: SendMail;
  mails: Mail[];
  /** The last one, to whomever. */
  last(): Mail;
}

/** Takes mails as a mail server does. */
export function createMailbox(): Mailbox {
  const mails: Mail[] = [];
  return {
    mails,
    send: async (mail) => void mails.push(mail),
    last() {
      const mail = mails.at(-1);
      if (!mail) throw new Error('No mail has come');
      return mail;
    },
  };
}
