import * as v from 'valibot';
import { leavesThisMachine, url } from '../setting-kinds.ts';

export interface MailConfig {
  from: string;
  /** A folder takes mails as files, for trying: nobody gets them. */
  by: { kind: 'smtp'; url: string; requireTls: boolean } | { kind: 'folder'; folder: string };
}

export const mailSettings = {
  MAIL_URL: v.optional(url('MAIL_URL', ['smtp:', 'smtps:'])),
  MAIL_DIR: v.optional(v.string()),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.includes('@', 'MAIL_FROM must be an address, as «e-Clic <nao-responder@exemplo.pt>».'),
    ),
  ),
};

type MailSettings = v.InferOutput<v.ObjectSchema<typeof mailSettings, undefined>>;

/** Lists the mail settings that are missing or contradict each other, one sentence each. */
export function judgeMail(
  { MAIL_URL, MAIL_DIR, MAIL_FROM }: MailSettings,
  has: { origin: boolean },
): string[] {
  const sentences: string[] = [];
  if (MAIL_URL && MAIL_DIR) sentences.push('MAIL_URL sends mails, MAIL_DIR keeps them as files: choose one.');
  if ((MAIL_URL || MAIL_DIR) && !MAIL_FROM)
    sentences.push('MAIL_FROM is missing: it is the address that mails come from.');
  if (MAIL_URL && !has.origin) sentences.push('ORIGIN is missing: it is where mails lead to.');
  return sentences;
}

/** Null: no mail is sent to anybody. */
export function readMail(
  { MAIL_URL, MAIL_DIR, MAIL_FROM }: MailSettings,
  allowsPlain: boolean,
): MailConfig | null {
  if (!MAIL_FROM) return null;
  if (MAIL_URL) {
    const requireTls = !allowsPlain && leavesThisMachine(MAIL_URL);
    return { from: MAIL_FROM, by: { kind: 'smtp', url: MAIL_URL, requireTls } };
  }
  return MAIL_DIR ? { from: MAIL_FROM, by: { kind: 'folder', folder: MAIL_DIR } } : null;
}
