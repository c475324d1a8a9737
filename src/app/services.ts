import type { ApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/citizen-database.ts';
import type { DeviceDatabase } from '../db/device-database.ts';
import type { AppUpdate } from './app-update.ts';
import type { SessionControl } from './session-control.ts';

/** What routes are given to work with. */
export interface Services {
  api: ApiClient;
  device: DeviceDatabase;
  session: SessionControl;
  currentDatabase(): CitizenDatabase | null;
  isDemo: boolean;
  /** As the browser is set, the most wanted first. */
  browserLanguages: readonly string[];
  /** Null where no worker is registered: in development and in tests. */
  update: AppUpdate | null;
}
