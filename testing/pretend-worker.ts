import type { WorkerClient, WorkerScope } from '../src/app/device/worker/worker-scope.ts';

interface PretendPage extends WorkerClient {
  /** The page's own `navigator.serviceWorker`. */
  workers: EventTarget;
  told: unknown[];
  isFocused(): boolean;
}

interface Shown extends NotificationOptions {
  title: string;
}

/** A service worker's scope without a browser: tests dispatch events to it, and it notes what the worker does. */
export function createPretendWorker() {
  const listeners = new Map<string, ((event: never) => void)[]>();
  const pages: PretendPage[] = [];
  const opened: string[] = [];
  const shown: Shown[] = [];
  const fetched: string[] = [];

  const scope: WorkerScope = {
    location: { origin: 'https://e-clic.test' },
    registration: {
      async showNotification(title, options) {
        shown.push({ title, ...options });
      },
      async getNotifications(filter) {
        const found = shown.filter(({ tag }) => tag === filter?.tag);
        return found.map((one) => ({ ...one, close: () => shown.splice(shown.indexOf(one), 1) }) as never);
      },
      sync: { register: async () => undefined },
    },
    clients: {
      matchAll: async () => pages,
      openWindow: async (url) => opened.push(url),
      claim: async () => undefined,
    },
    importScripts: (url) => fetched.push(url),
    skipWaiting: async () => undefined,
    addEventListener(type, listener) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener]);
    },
  };

  return {
    scope,
    opened,
    /** The notifications on screen. */
    shown,
    /** The files that the worker loaded. */
    fetched,
    openPage(url: string, visibilityState: DocumentVisibilityState): PretendPage {
      const workers = new EventTarget();
      const told: unknown[] = [];
      let isFocused = false;
      const page: PretendPage = {
        url,
        visibilityState,
        workers,
        told,
        isFocused: () => isFocused,
        async focus() {
          isFocused = true;
        },
        postMessage(data, ports = []) {
          told.push(data);
          workers.dispatchEvent(new MessageEvent('message', { data, ports }));
        },
      };
      pages.push(page);
      return page;
    },
    /** Resolves once everything is done that listeners asked the browser to wait for; rejects where the browser would see the event fail. */
    async dispatch(type: string, event: object = {}): Promise<void> {
      const works: Promise<unknown>[] = [];
      const whole = { ...event, waitUntil: (work: Promise<unknown>) => works.push(work) };
      for (const listener of listeners.get(type) ?? []) listener(whole as never);
      await Promise.all(works);
    },
  };
}
