import type pg from 'pg';
import type { Topics } from '../contract/types.ts';
import type { DayLimits } from '../domain/day-limits.ts';
import type { Limits } from '../domain/limits.ts';
import type { CitizenQueues } from './citizen-queues.ts';
import type { Db } from './db/schema.ts';
import type { SendMail } from './mail/mailer.ts';
import type { Watch } from './operations/watch.ts';
import type { Hashing } from './password-hash.ts';
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
  /** Times sessions and codes, in ms. */
  now(): number;
  /** Times the office's work and counts its days, in ms. It differs from `now` in tests alone, which move it by weeks while somebody is signed in. */
  officeNow(): number;
}

/** What the server is given at its start. Between two calls it keeps nothing else, and of the calls themselves only who waits for a turn. */
export interface Context extends Watch {
  db: Db;
  /** The pool of database connections; null: the database is the embedded one. */
  pool: pg.Pool | null;
  clocks: Clocks;
  seal: Seal;
  /** Keeps and judges the passwords of citizens and clerks. No setting changes its cost. */
  hashing: Hashing;
  /** Signs receipts. */
  keyring: Keyring;
  ways: SignInWays;
  /** Turns in which the passwords of citizens and clerks are judged. */
  turns: JudgingTurns;
  /** Queues in which uploads wait to be inspected. */
  inspections: CitizenQueues;
  /** Queues in which the transactions and long reads of one citizen wait for each other, and tries at one NISS or from one network. */
  queues: CitizenQueues;
  /** Whether clerks need a code to sign in, beside their password. */
  clerksNeedCode: boolean;
  limits: Limits;
  dayLimits: DayLimits;
  serviceName: string;
  retention: Retention;
  topics: Topics;
  /** Null: files are kept in the database. */
  files: FileStore | null;
  /** The name of the office that gets new requests. */
  firstOffice: string;
  /** The time in ms during which a clerk can take back what they send from Balcão; 0: it is sent at once. */
  undoMs: number;
  /** Where the server calls when there is news for the office; null: nowhere. */
  webhook: Webhook | null;
  /** Null: no mail is sent to anybody. */
  sendMail: SendMail | null;
  /** Null: no browser is told of news while e-Clic is closed. */
  push: Push | null;
  /** The address that mails name: origin and base path of the app, without a slash at its end. */
  site: string;
  /** The origin that people see, also behind a proxy; null: that of each call. */
  origin: string | null;
  /** Decides whose word is believed about who called. */
  trustsProxy: TrustsProxy;
  /** The path below which the app stands; empty: the root. */
  basePath: string;
}
