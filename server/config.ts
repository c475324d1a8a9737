import * as v from 'valibot';
import { type Place, readPlace } from '../src/lib/serving/known-hosts.ts';
import { judgeMail, type MailConfig, mailSettings, readMail } from './mail/mail-settings.ts';
import { judgeSignIn, readSignIn, type SignInConfig, signInSettings } from './sessions/sign-in-settings.ts';
import { url } from './url-setting.ts';
import { judgeWebhook, readWebhook, type Webhook, webhookSettings } from './webhook/webhook-settings.ts';

const DEFAULT_PORT = 4175;
const PORT_MAX = 65_535;
const SECRET_BYTES = 32;

type DatabaseConfig =
  | { kind: 'embedded'; folder: string }
  | { kind: 'postgres'; url: string; connectionsMax: number };

export interface Config {
  port: number;
  place: Place;
  database: DatabaseConfig;
  /** Null: the embedded database keeps one of its own beside it. */
  secret: Uint8Array | null;
  signIn: SignInConfig;
  mail: MailConfig | null;
  firstOffice: string;
  webhook: Webhook | null;
  /** Where browsers tell what broke the policy. */
  cspReports: string | null;
}

const wholeNumber = (max: number, sentence: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,6}$/, sentence),
    v.transform(Number),
    v.minValue(1, sentence),
    v.maxValue(max, sentence),
  );

const SECRET_SENTENCE = `SECRET must be ${SECRET_BYTES} random bytes in base64, as «openssl rand -base64 ${SECRET_BYTES}» writes them.`;

const secret = v.pipe(
  v.string(),
  v.transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  v.check((bytes) => bytes.length === SECRET_BYTES, SECRET_SENTENCE),
);

const settings = v.pipe(
  v.object({
    PORT: v.optional(
      wholeNumber(PORT_MAX, `PORT must be a number from 1 to ${PORT_MAX}.`),
      String(DEFAULT_PORT),
    ),
    HOST: v.optional(v.string()),
    ORIGIN: v.optional(url('ORIGIN', ['http:', 'https:'])),
    DATA_DIR: v.optional(v.string(), '.data'),
    DATABASE_URL: v.optional(url('DATABASE_URL', ['postgres:', 'postgresql:'])),
    DATABASE_CONNECTIONS: v.optional(
      wholeNumber(1000, 'DATABASE_CONNECTIONS must be a number from 1 to 1000.'),
      '10',
    ),
    SECRET: v.optional(secret),
    ...signInSettings,
    ...mailSettings,
    FIRST_OFFICE: v.optional(
      v.pipe(v.string(), v.maxLength(300, 'FIRST_OFFICE must not be longer than 300 characters.')),
      'Centro de contacto e-Clic',
    ),
    ...webhookSettings,
    CSP_REPORTS: v.optional(url('CSP_REPORTS', ['http:', 'https:'])),
  }),
  v.check(
    ({ DATABASE_URL, SECRET }) => DATABASE_URL === undefined || SECRET !== undefined,
    `SECRET is missing: with DATABASE_URL every process needs the same one. ${SECRET_SENTENCE} Whoever loses it can read no NISS any more.`,
  ),
  v.check(
    ({ DATABASE_URL, SIGN_IN }) => DATABASE_URL === undefined || SIGN_IN !== undefined,
    'SIGN_IN is missing: with DATABASE_URL it has to be said how people sign in. With SIGN_IN=simulator anybody may be anybody, for trying alone.',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value } = dataset;
    const has = { mail: readMail(value) !== null, origin: value.ORIGIN !== undefined };
    for (const message of [...judgeSignIn(value, has), ...judgeMail(value, has), ...judgeWebhook(value)])
      addIssue({ message });
  }),
);

/** Read and checked once, at the start: the settings, or what is wrong with them, in sentences. What is empty is not given. */
export function readConfig(env: Record<string, string | undefined>): Config | string[] {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const read = v.safeParse(settings, given);
  if (!read.success) return read.issues.map(({ message }) => message);
  const { PORT, DATA_DIR, DATABASE_URL, DATABASE_CONNECTIONS, SECRET, FIRST_OFFICE, CSP_REPORTS } =
    read.output;
  return {
    port: PORT,
    place: readPlace(env),
    database:
      DATABASE_URL === undefined
        ? { kind: 'embedded', folder: DATA_DIR }
        : { kind: 'postgres', url: DATABASE_URL, connectionsMax: DATABASE_CONNECTIONS },
    secret: SECRET ?? null,
    signIn: readSignIn(read.output),
    mail: readMail(read.output),
    firstOffice: FIRST_OFFICE,
    webhook: readWebhook(read.output),
    cspReports: CSP_REPORTS ?? null,
  };
}
