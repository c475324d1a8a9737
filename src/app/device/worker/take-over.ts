import type { WorkerScope } from './worker-scope.ts';

/** Has this worker, which waits beside an older one, take over once the citizen has agreed. */
export function takeOverWhenTold(scope: WorkerScope): void {
  scope.addEventListener('message', ({ data }) => {
    if (data?.type === 'SKIP_WAITING') void scope.skipWaiting();
  });
}
