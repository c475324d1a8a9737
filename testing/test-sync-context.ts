import type { SyncContext } from '../src/sync/sync-context.ts';

/** Of an app that somebody looks at, and that goes on; it waits as long as chance can make it, where nothing else is said. */
export function createTestSyncContext(
  given: Pick<SyncContext, 'db' | 'api' | 'now'> & Partial<SyncContext>,
): SyncContext {
  const accountRest = { failures: 0, until: 0 };
  return { random: () => 1, isVisible: () => true, isStopping: () => false, accountRest, ...given };
}
