import { CODE_LIFE_MS, RECOVERY_LIFE_MS } from '../../domain/sign-in-tries.ts';
import en from '../../locales/en/mail.json' with { type: 'json' };
import es from '../../locales/es/mail.json' with { type: 'json' };
import fr from '../../locales/fr/mail.json' with { type: 'json' };
import pt from '../../locales/pt-PT/mail.json' with { type: 'json' };
import uk from '../../locales/uk/mail.json' with { type: 'json' };
import type { News } from '../news/news.ts';
import type { Mail } from './mailer.ts';

const TEXTS = { pt, en, es, fr, uk };
const MINUTE_MS = 60_000;

export type MailLanguage = keyof typeof TEXTS;

type Words = Pick<Mail, 'subject' | 'text'>;

/** Returns the first of a browser's languages in which there are mails; null: there is none. */
export function readLanguage(acceptLanguage: string): MailLanguage | null {
  const wanted = acceptLanguage.split(',').map((entry) => /^[a-z]+/.exec(entry.trim().toLowerCase())?.[0]);
  return wanted.find(isLanguage) ?? null;
}

function isLanguage(code: string | undefined): code is MailLanguage {
  return code !== undefined && Object.hasOwn(TEXTS, code);
}

/** The code is not in the subject, which a locked screen shows. */
export function codeMail(language: MailLanguage | null, code: string): Words {
  const minutes = String(CODE_LIFE_MS / MINUTE_MS);
  return write(TEXTS[language ?? 'pt'].code, { code, minutes });
}

/** The code lets a citizen who has forgotten the palavra-chave choose another one. */
export function recoveryMail(language: MailLanguage | null, code: string): Words {
  const minutes = String(RECOVERY_LIFE_MS / MINUTE_MS);
  return write(TEXTS[language ?? 'pt'].recovery, { code, minutes });
}

/** `page`: the address at which the citizen can choose another palavra-chave. */
export function passwordChangedMail(language: MailLanguage | null, page: string): Words {
  return write(TEXTS[language ?? 'pt'].password_changed, { page });
}

/** Whether the office asked or answered is between it and the citizen, and no business of somebody who looks over a shoulder. */
const SAYS = {
  received: 'received',
  asked: 'message',
  answered: 'message',
  closed: 'message',
  dueSoon: 'due',
  overdue: 'due',
  replySoon: 'due',
  replyMissed: 'due',
  // No mail tells of this.
  forwarded: 'message',
} as const satisfies Record<News, string>;

/** Says that there is news, and of which request, but nothing of what was written. A locked screen shows it, so a complaint is called a request too. */
export function newsMail(
  language: MailLanguage | null,
  news: News,
  values: { reference: string; request: string; settings: string },
): Words {
  const { subject, says, read, unsubscribe } = TEXTS[language ?? 'pt'].news;
  return write({ subject, text: [says[SAYS[news]], read, unsubscribe] }, values);
}

function write(
  { subject, text }: { subject: string; text: readonly string[] },
  values: Record<string, string>,
): Words {
  const fill = (words: string) => words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  return { subject: fill(subject), text: text.map(fill).join('\n\n') };
}
