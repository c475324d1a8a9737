import type { Server } from '../contract/server.ts';
import { isDemo, networkError } from './faults.ts';
import { createIndexedDbStore } from './indexeddb-store.ts';
import { createMockServer } from './server.ts';

/** The one subscription of this browser: nothing is ever sent to it. */
const SUBSCRIPTION = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/demonstracao',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
};

type Subscription = Pick<PushSubscription, 'toJSON' | 'unsubscribe'>;

/** The part of the browser that talks to its push service. */
interface Manager {
  subscribe(): Promise<Subscription>;
  getSubscription(): Promise<Subscription | null>;
}

/** Makes the pretend server in the page. It rejects calls while the device is offline, though they would not leave the device. */
export function createBrowserServer(): Server {
  if ('PushManager' in globalThis) pretendPushService(PushManager.prototype);
  const server = createMockServer(createIndexedDbStore({ indexedDB, IDBKeyRange }), Date.now);
  return async (request) => {
    if (!navigator.onLine && !isDemo(request)) throw networkError();
    return server(request);
  };
}

/**
 * Replaces the browser's own push service, since nothing of the pretend world leaves the device: the browser still asks for its permission, and the panel
 * shows what a real service would bring.
 */
function pretendPushService(manager: Manager): void {
  let made: Subscription | null = null;
  manager.subscribe = async () => {
    made = {
      toJSON: () => SUBSCRIPTION,
      async unsubscribe() {
        made = null;
        return true;
      },
    };
    return made;
  };
  manager.getSubscription = async () => made;
}
