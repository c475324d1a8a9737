import type { Mail, SendMail } from '../mail/mailer.ts';

export interface Mailbox {
  send: SendMail;
  mails: Mail[];
  /** Returns the last mail, to whomever it went. */
  last(): Mail;
}

/** Takes mails like a mail server. */
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
