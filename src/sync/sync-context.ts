import type { ApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import type { DeviceDatabase } from '../db/core/device-database.ts';

/** What a round works with; clocks and random numbers are parameters so that tests control them. */
export interface SyncContext {
  db: CitizenDatabase;
  api: ApiClient;
  /** Keeps the keys of receipts. Absent: few rounds need them, and open it themselves. */
  device?: DeviceDatabase;
  now: () => Date;
  /** Between 0 and 1, as `Math.random`. */
  random: () => number;
  isVisible: () => boolean;
  /** True once the engine is stopping: a round ends at the next safe place. */
  isStopping: () => boolean;
  /** How often in a row the server failed on drafts, and until when, in milliseconds by `now`, none is brought to the account. */
  accountRest: { failures: number; until: number };
}
