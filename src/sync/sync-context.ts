import type { ApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import type { DeviceDatabase } from '../db/core/device-database.ts';

/** The parameters of a round. Clock and random numbers are among them, so that tests control them. */
export interface SyncContext {
  db: CitizenDatabase;
  api: ApiClient;
  /** The database with the receipt keys. Where it is absent, a round that needs the keys opens it itself, as few do. */
  device?: DeviceDatabase;
  now: () => Date;
  /** Returns a number between 0 and 1, as `Math.random` does. */
  random: () => number;
  isVisible: () => boolean;
  /** True once sync is stopping: a round ends at the next safe place. */
  isStopping: () => boolean;
  /** While entries are sent: whether one has become due since that began. The files of an entry give way to it. */
  hasNewlyDue?: () => Promise<boolean>;
  /** How often in a row the server failed on drafts, and until when, in milliseconds by `now`, no draft is sent to the account. */
  accountRest: { failures: number; until: number };
}
