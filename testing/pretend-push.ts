import { vi } from 'vitest';

const KEYS = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};

interface PretendPush {
  /** The answer to the app's question for permission. */
  permission: NotificationPermission;
  /** The endpoint of the browser's subscription; null if it has none. */
  endpoint: string | null;
  /** Whether the browser's push service can be reached. */
  isReached: boolean;
  /** How often the citizen was asked. */
  asked: number;
  /** The title and words of each notification that was shown. */
  shown: string[];
}

/** Gives the test a browser with a push service and a worker, until `endPretendPush`. */
export function pretendPush(given: Partial<PretendPush> = {}): PretendPush {
  const browser: PretendPush = {
    permission: 'granted',
    endpoint: null,
    isReached: true,
    asked: 0,
    shown: [],
    ...given,
  };
  // A browser with a subscription has asked for permission before, and keeps the answer even after it loses the subscription.
  const wasTold = browser.endpoint !== null;
  let made = 0;
  const subscription = () => ({
    toJSON: () => ({ endpoint: browser.endpoint, keys: KEYS }),
    async unsubscribe() {
      browser.endpoint = null;
      return true;
    },
  });
  const pushManager = {
    async subscribe() {
      if (!browser.isReached) throw new DOMException('Registration failed', 'AbortError');
      made += 1;
      browser.endpoint ??= `https://fcm.googleapis.com/fcm/send/${made}`;
      return subscription();
    },
    getSubscription: async () => (browser.endpoint === null ? null : subscription()),
  };
  const notification = {
    get permission() {
      return browser.asked > 0 || wasTold ? browser.permission : 'default';
    },
    async requestPermission() {
      browser.asked += 1;
      return browser.permission;
    },
  };
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('Notification', notification);
  const registration = {
    pushManager,
    async showNotification(title: string, { body = '' }: NotificationOptions) {
      browser.shown.push(`${title}. ${body}`);
    },
    getNotifications: async () => [],
  };
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistration: async () => registration },
    configurable: true,
  });
  return browser;
}

export function endPretendPush(): void {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'serviceWorker');
}
