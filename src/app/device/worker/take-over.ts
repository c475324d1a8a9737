import type { WorkerScope } from './worker-scope.ts';

/** A newer worker waits until the citizen says so. */
export function takeOverWhenTold(scope: WorkerScope): void {
  scope.addEventListener('message', ({ data }) => {
    if (data?.type === 'SKIP_WAITING') void scope.skipWaiting();
  });
}
