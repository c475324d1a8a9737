import type { Server } from '../contract/server.ts';
import { isDemo, networkError } from './faults.ts';
import { createIndexedDbStore } from './indexeddb-store.ts';
import { pretendPushService } from './push-service.ts';
import { createMockServer } from './server.ts';

/** Makes the pretend server in the page. It rejects calls while the device is offline, though they would not leave the device. */
export function createBrowserServer(): Server {
  if ('PushManager' in globalThis) pretendPushService(PushManager.prototype);
  const server = createMockServer(createIndexedDbStore({ indexedDB, IDBKeyRange }), Date.now);
  return async (request) => {
    if (!navigator.onLine && !isDemo(request)) throw networkError();
    return server(request);
  };
}
