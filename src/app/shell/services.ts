import type { ApiClient } from '../../api/client.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import type { AppUpdate } from '../device/app-update.ts';
import type { SessionControl } from '../session/session-control.ts';

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
