import { showPush } from '../../../parts/show-push.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Shows what the push service brings, even while e-Clic is being looked at: some browsers take the permission away from an app that shows nothing. */
export function showPushed(scope: WorkerScope): void {
  scope.addEventListener('push', (event) =>
    event.waitUntil(showPush(scope.registration, event.data?.text() ?? null)),
  );
}
