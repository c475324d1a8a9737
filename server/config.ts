import * as v from 'valibot';
import type { DayLimits } from '../domain/day-limits.ts';
import { readBasePath } from '../serving/base-path.ts';
import { type ListenAddress, readListenAddress } from '../serving/known-hosts.ts';
import { giveUp } from '../serving/listen.ts';
import type { StopTimes } from '../serving/stop-server.ts';
import { dayLimitSettings, readDayLimits } from './day-limit-settings.ts';
import { judgeMail, type MailConfig, mailSettings, readMail } from './mail/mail-settings.ts';
import { judgePlain, plainSettings } from './plain-setting.ts';
import { judgePush, type PushConfig, pushSettings, readPush } from './push/push-settings.ts';
import { type Env, FILE_SETTING_NAMES, readSettings } from './read-settings.ts';
import type { Retention } from './retention/forgotten.ts';
import { judgeSignIn, readSignIn, type SignInConfig, signInSettings } from './sessions/sign-in-settings.ts';
import { extraHolidays, origin, url, wholeNumber } from './setting-kinds.ts';
import { judgeStorage, readStorage, type StorageConfig, storageSettings } from './storage-settings.ts';
import { type TrustsProxy, trustedProxies, trustHops } from './trusted-proxies.ts';
import { judgeWebhook, readWebhook, type Webhook, webhookSettings } from './webhook/webhook-settings.ts';

const DEFAULT_PORT = 4175;
const PORT_MAX = 65_535;

export interface Config extends StorageConfig {
  port: number;
  place: ListenAddress;
  /** The secret that `rotate-secret` replaces by `secret`. */
  secretBefore: Uint8Array | null;
  signIn: SignInConfig;
  clerksNeedCode: boolean;
  mail: MailConfig | null;
  push: PushConfig | null;
  firstOffice: string;
  undoMs: number;
  webhook: Webhook | null;
  /** Null: e-Clic's own tree of topics. */
  topicsFile: string | null;
  /** Where browsers report what broke the content security policy; null: nowhere. */
  cspReports: string | null;
  /** Null: the process offers no metrics. */
  metricsPort: number | null;
  basePath: string;
  /** The address that people open and that mails name: origin and base path, without a slash at its end. */
  site: string;
  trustsProxy: TrustsProxy;
  stopTimes: StopTimes;
  retention: Retention;
  dayLimits: DayLimits;
  /** The days beyond the national holidays on which the office is closed, yyyy-mm-dd. */
  extraHolidays: string[];
  serviceName: string;
}

const basePath = v.pipe(
  v.string(),
  v.check((text) => readBasePath(text) !== null, 'BASE_PATH must be a path such as /eclic/.'),
  v.transform((text) => readBasePath(text) ?? ''),
);

const settings = v.pipe(
  v.object({
    PORT: v.optional(wholeNumber('PORT', 1, PORT_MAX), String(DEFAULT_PORT)),
    HOST: v.optional(v.string()),
    ORIGIN: v.optional(origin),
    ...storageSettings,
    ...plainSettings,
    ...signInSettings,
    ...mailSettings,
    ...pushSettings,
    FIRST_OFFICE: v.optional(
      v.pipe(v.string(), v.maxLength(300, 'FIRST_OFFICE must not be longer than 300 characters.')),
      'Centro de contacto e-Clic',
    ),
    BALCAO_UNDO_SECONDS: v.optional(wholeNumber('BALCAO_UNDO_SECONDS', 0, 600), '60'),
    ...webhookSettings,
    TOPICS_FILE: v.optional(v.string()),
    CSP_REPORTS: v.optional(url('CSP_REPORTS', ['http:', 'https:'])),
    SERVICE_NAME: v.optional(
      v.pipe(v.string(), v.maxLength(100, 'SERVICE_NAME must not be longer than 100 characters.')),
      'e-Clic',
    ),
    ...dayLimitSettings,
    EXTRA_HOLIDAYS: v.optional(extraHolidays),
    BASE_PATH: v.optional(basePath, ''),
    TRUSTED_PROXIES: v.optional(trustedProxies),
    METRICS_PORT: v.optional(wholeNumber('METRICS_PORT', 1, PORT_MAX)),
    DRAIN_SECONDS: v.optional(wholeNumber('DRAIN_SECONDS', 0, 300), '0'),
    STOP_SECONDS: v.optional(wholeNumber('STOP_SECONDS', 1, 3600), '30'),
    RETENTION_CLOSED_YEARS: v.optional(wholeNumber('RETENTION_CLOSED_YEARS', 1, 100), '10'),
    RETENTION_RECORD_YEARS: v.optional(wholeNumber('RETENTION_RECORD_YEARS', 1, 100), '5'),
    RETENTION_DRAFT_DAYS: v.optional(wholeNumber('RETENTION_DRAFT_DAYS', 30, 36_500), '365'),
  }),
  v.check(
    ({ DATABASE_URL, SIGN_IN }) => DATABASE_URL === undefined || SIGN_IN !== undefined,
    'SIGN_IN is missing: with DATABASE_URL it has to be said how people sign in. With SIGN_IN=simulator anybody may be anybody, for trying alone.',
  ),
  judgedBy((value) => {
    const has = { mail: readMail(value, true) !== null, origin: value.ORIGIN !== undefined };
    return [
      ...judgeStorage(value),
      ...judgeSignIn(value, has),
      ...judgeMail(value, has),
      ...judgeWebhook(value),
      ...judgePlain(value),
      ...judgePush(value),
    ];
  }),
);

const storage = v.pipe(v.object(storageSettings), judgedBy(judgeStorage));

function judgedBy<Settings>(judge: (settings: Settings) => string[]) {
  return v.rawCheck<Settings>(({ dataset, addIssue }) => {
    if (dataset.typed) for (const message of judge(dataset.value)) addIssue({ message });
  });
}

/** The names of all settings; docs/operating.md tells of each. */
export const SETTING_NAMES = [...Object.keys(settings.entries), ...FILE_SETTING_NAMES];

/** Returns the settings of this process. Ends it with a sentence for each thing that is wrong. */
export function requireConfig(): Config {
  return orGiveUp(readConfig(process.env));
}

/** Returns where everything is kept. A backup is made also where other settings are given to the server alone. */
export function requireStorage(): StorageConfig {
  return readStorage(orGiveUp(readSettings(process.env, storage, SETTING_NAMES)));
}

const orGiveUp = <Read extends object>(read: Read | string[]): Read =>
  Array.isArray(read) ? giveUp(read.join('\n')) : read;

export function readConfig(env: Env): Config | string[] {
  const read = readSettings(env, settings, SETTING_NAMES);
  if (Array.isArray(read)) return read;
  const { PORT, HOST, ORIGIN, FIRST_OFFICE, CSP_REPORTS, TOPICS_FILE } = read;
  const { BASE_PATH, TRUSTED_PROXIES, METRICS_PORT, DRAIN_SECONDS, STOP_SECONDS } = read;
  const { RETENTION_CLOSED_YEARS, RETENTION_DRAFT_DAYS, RETENTION_RECORD_YEARS } = read;
  const place = readListenAddress({ HOST, ORIGIN });
  return {
    ...readStorage(read),
    port: PORT,
    place,
    secretBefore: read.SECRET_BEFORE ?? null,
    signIn: readSignIn(read),
    clerksNeedCode: read.CLERK_SECOND_FACTOR === 'required',
    mail: readMail(read, read.ALLOW_PLAIN === '1'),
    push: readPush(read),
    firstOffice: FIRST_OFFICE,
    undoMs: read.BALCAO_UNDO_SECONDS * 1000,
    webhook: readWebhook(read),
    topicsFile: TOPICS_FILE ?? null,
    cspReports: CSP_REPORTS ?? null,
    basePath: BASE_PATH,
    site: (place.origin ?? `http://localhost:${PORT}`) + BASE_PATH,
    trustsProxy: TRUSTED_PROXIES ?? trustHops(place.origin === null ? 0 : 1),
    metricsPort: METRICS_PORT ?? null,
    stopTimes: { drainMs: DRAIN_SECONDS * 1000, withinMs: STOP_SECONDS * 1000 },
    serviceName: read.SERVICE_NAME,
    dayLimits: readDayLimits(read),
    extraHolidays: read.EXTRA_HOLIDAYS ?? [],
    retention: {
      closedYears: RETENTION_CLOSED_YEARS,
      draftDays: RETENTION_DRAFT_DAYS,
      recordYears: RETENTION_RECORD_YEARS,
    },
  };
}
