import type { ApiClient } from '../../api/client.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { AppUpdate } from '../device/app-update.ts';
import type { PageSession } from '../session/session-control.ts';

/** What routes are given to work with. */
export interface Services {
  api: ApiClient;
  session: PageSession;
  currentDatabase(): CitizenDatabase | null;
  /** Resolves when it is known who is here, and their database is the current one. */
  whoIsHere(): Promise<void>;
  /** Sends for what signing in needs in the end. */
  expectSomebody(): void;
  isDemo: boolean;
  /** As the browser is set, the most wanted first. */
  browserLanguages: readonly string[];
  /** Null where no worker is registered: in development and in tests. */
  update: AppUpdate | null;
}
