import type { Server } from '../contract/server.ts';
import { type ApiClient, createApiClient } from '../src/api/client.ts';
import { pull } from '../src/sync/pull.ts';
import { push } from '../src/sync/push.ts';
import { pushDrafts } from '../src/sync/push-drafts.ts';
import type { SyncContext } from '../src/sync/sync-context.ts';

type Given = Pick<SyncContext, 'db' | 'now'> &
  Partial<SyncContext> &
  ({ api: ApiClient } | { server: Server });

/** Makes the context of sync for an app that somebody looks at and that is not stopping. By default, its waits are as long as chance can make them. */
export function createTestSyncContext(given: Given): SyncContext {
  const api = 'server' in given ? createApiClient('http://e-clic.test', given.server) : given.api;
  const accountRest = { failures: 0, until: 0 };
  return { random: () => 1, isVisible: () => true, isStopping: () => false, accountRest, ...given, api };
}

/** Sends and fetches all that a tab does in one turn. */
export async function syncRound(context: SyncContext): Promise<void> {
  await push(context);
  await pushDrafts(context);
  await pull(context);
}
