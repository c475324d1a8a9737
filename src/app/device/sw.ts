import { keepFiles } from './worker/keep-files.ts';
import { openPressed, showPushed } from './worker/notifications.ts';
import { sendWhenConnected } from './worker/send-when-connected.ts';
import { shipReceiptKeys } from './worker/ship-receipt-keys.ts';
import { takeShares } from './worker/take-shares.ts';
import type { WorkerScope } from './worker/worker-scope.ts';

declare const self: WorkerScope;

// The service worker. A browser hears only listeners that are added as soon as the worker starts, so each of its tasks adds its own here.
keepFiles(self);
shipReceiptKeys(self);
openPressed(self);
showPushed(self);
sendWhenConnected(self);
takeShares(self);
// A worker that waits beside an older one takes over once the citizen has agreed.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
