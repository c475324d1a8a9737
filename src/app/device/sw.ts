import type { PrecacheEntry } from 'workbox-precaching';
import { keepFiles } from './worker/keep-files.ts';
import { openPressed } from './worker/open-pressed.ts';
import { sendWhenConnected } from './worker/send-when-connected.ts';
import { showPushed } from './worker/show-pushed.ts';
import { takeOverWhenTold } from './worker/take-over.ts';
import { takeShares } from './worker/take-shares.ts';
import type { WorkerScope } from './worker/worker-scope.ts';

declare const self: WorkerScope & {
  /** What there is to keep: the build writes it here. */
  __WB_MANIFEST: PrecacheEntry[];
};

// The service worker. A browser hears only listeners that are there as soon as it starts: each thing that it does is one of these.
keepFiles(self, self.__WB_MANIFEST);
takeOverWhenTold(self);
openPressed(self);
showPushed(self);
sendWhenConnected(self);
takeShares(self);
