import type { Topics } from '../contract/types.ts';
import type { DayLimits } from '../domain/day-limits.ts';
import type { Limits } from '../domain/limits.ts';
import type { Db } from './db/schema.ts';
import type { Lines } from './lines.ts';
import type { SendMail } from './mail/mailer.ts';
import type { Followed } from './operations/tell-backlog.ts';
import type { Watch } from './operations/watch.ts';
import type { Push } from './push/push.ts';
import type { Keyring } from './receipts/keyring.ts';
import type { Retention } from './retention/forgotten.ts';
import type { Seal } from './seal.ts';
import type { JudgingTurns } from './sessions/judging-turns.ts';
import type { SignInWays } from './sessions/sign-in-ways.ts';
import type { TrustsProxy } from './trusted-proxies.ts';
import type { FileStore } from './uploads/file-store.ts';
import type { Webhook } from './webhook/webhook-settings.ts';

export interface Clocks {
  /** Of sessions and codes, in ms. */
  now(): number;
  /** Of the office, by which days are counted, in ms. The same but in tests, which move it by weeks while somebody is signed in. */
  officeNow(): number;
}

/** What the server is given at its start. It keeps nothing else between two calls, and of these only who waits for a turn. */
export interface Context extends Watch {
  db: Db;
  /** From which its connections are taken; null: it is the embedded one. */
  pool: Followed['pool'];
  clocks: Clocks;
  seal: Seal;
  /** Signs receipts. */
  keyring: Keyring;
  ways: SignInWays;
  /** In which passwords are judged, citizens' and clerks'. */
  turns: JudgingTurns;
  /** In which uploads are looked into. */
  looks: Lines;
  /** In which citizens' words are written. */
  writers: Lines;
  /** Whether clerks sign in by a code too. */
  clerksNeedCode: boolean;
  limits: Limits;
  dayLimits: DayLimits;
  /** What the service is called. */
  serviceName: string;
  retention: Retention;
  topics: Topics;
  /** Null: files are kept in the database. */
  files: FileStore | null;
  /** The office that gets what is new. */
  firstOffice: string;
  /** For so long, in ms, a clerk can take back what they send from Balcão; 0: it is sent at once. */
  undoMs: number;
  /** Who is called when there is news for the office; null: nobody. */
  webhook: Webhook | null;
  /** Null: no mail is sent to anybody. */
  sendMail: SendMail | null;
  /** Null: no browser is told of news while e-Clic is closed. */
  push: Push | null;
  /** Where mails lead to: the app below its path. No slash ends it. */
  site: string;
  /** The address that people see, where a proxy stands in front. */
  origin: string | null;
  /** Whose word of who called them is believed. */
  trustsProxy: TrustsProxy;
  /** Below which the app stands there; empty: at the root. */
  basePath: string;
}
