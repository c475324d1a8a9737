import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { Outage } from '../outage.ts';
import { OWNER_ALONE } from '../private-folder.ts';
import type { MailConfig } from './mail-settings.ts';

/** A mail server that says nothing must not keep anybody waiting for long. */
const ANSWERS_WITHIN_MS = 10_000;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The address at which the receiver can refuse more mails of its kind. */
  unsubscribeUrl?: string;
}

/** Fails where the mail was not taken. */
export type SendMail = (mail: Mail) => Promise<void>;

export function createMailer({ from, by }: MailConfig): SendMail {
  // Says that no person has written the mail, so that no other program answers it.
  const headers = { 'Auto-Submitted': 'auto-generated' };
  if (by.kind === 'folder') return keepIn(by.folder, { from, headers });
  const transport = nodemailer.createTransport(optionsOf(by), { from, headers });
  return async (mail) => {
    try {
      await transport.sendMail(asMessage(mail));
    } catch (error) {
      throw new Outage('mail', error, isReceiverRefused(error));
    }
  };
}

/** The enhanced status codes (RFC 3463) that say of the receiver's mailbox alone that it is not there, or no longer. */
const NO_MAILBOX = /^5\d\d[ -]5\.(1\.([1236]|10)|2\.1)\b/;

/** Whether no other try gets the mail to this receiver. A server that takes no mail of ours for another reason may take it tomorrow. */
function isReceiverRefused(error: unknown): boolean {
  const { command, response = '' } = error as { command?: string; response?: string };
  return command === 'RCPT TO' && NO_MAILBOX.test(response);
}

/** Creates a check that fails while no mail can be sent. */
export function createMailCheck({ by }: MailConfig): () => Promise<void> {
  if (by.kind === 'folder') return async () => {};
  const transport = nodemailer.createTransport(optionsOf(by));
  return async () => {
    try {
      await transport.verify();
    } catch (error) {
      throw new Outage('mail', error);
    }
  };
}

/**
 * Asked when the server starts, and not at the first code that nobody gets. Returns a sentence if the mail server offers no encryption. One that is
 * away may offer it later, and gets no mail until it does.
 */
export async function findPlainMailServer({ by }: MailConfig): Promise<string | null> {
  if (by.kind === 'folder' || !by.requireTls) return null;
  try {
    await nodemailer.createTransport(optionsOf(by)).verify();
  } catch (error) {
    if ((error as { command?: string }).command === 'STARTTLS')
      return 'The mail server of MAIL_URL offers no STARTTLS: others could read the codes and the news. Use smtps:// if it has that; for trying, ALLOW_PLAIN=1 lets it pass.';
  }
  return null;
}

function optionsOf({ url, requireTls }: Extract<MailConfig['by'], { kind: 'smtp' }>) {
  return {
    url,
    requireTLS: requireTls,
    connectionTimeout: ANSWERS_WITHIN_MS,
    greetingTimeout: ANSWERS_WITHIN_MS,
    socketTimeout: ANSWERS_WITHIN_MS,
  };
}

function asMessage({ unsubscribeUrl, ...mail }: Mail) {
  return unsubscribeUrl === undefined ? mail : { ...mail, list: { unsubscribe: unsubscribeUrl } };
}

/** Keeps mails as files that mail programs open, in the order in which they were written. */
function keepIn(folder: string, defaults: { from: string; headers: Record<string, string> }): SendMail {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true }, defaults);
  return async (mail) => {
    const { message } = await transport.sendMail(asMessage(mail));
    await writeFile(join(folder, `${Date.now()}-${randomUUID()}.eml`), message, { mode: OWNER_ALONE });
  };
}
