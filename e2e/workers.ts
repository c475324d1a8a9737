import type { BrowserContext } from '@playwright/test';
import { SYNC_TAG } from '../src/lib/wake-worker.ts';

export interface Workers {
  /** Wakes the worker as the browser does when there is a connection. */
  sync(lastChance?: boolean): Promise<void>;
  /** Delivers a push message to the worker, as decrypted text. */
  push(data: string): Promise<void>;
  /** Returns the worker's notifications that are on screen. */
  shown(): Promise<Shown[]>;
  /** Returns the titles of the notifications on screen. */
  notices(): Promise<string[]>;
  /**
   * Presses the notification on screen. The press itself belongs to the system, and no protocol can make it: the worker gets an event of the same form. Returns
   * the address for which the worker asks a window, which a browser opens only for a real hand; null where the worker has told a page.
   */
  press(): Promise<string | null>;
}

interface Shown {
  title: string;
  body: string;
  lang: string;
  /** The data that the worker gave the notification for a press on it. */
  data: unknown;
}

/** The parts of a worker's scope that TypeScript's library of pages lacks. */
interface Scope {
  registration: ServiceWorkerRegistration;
  /** How many notifications the worker is showing; undefined where nobody watches it. */
  showing?: number;
  clients: { openWindow(url: string): Promise<unknown> };
  WindowClient: { prototype: { postMessage(message: unknown, ports: MessagePort[]): void } };
  NotificationEvent: new (type: string, options: { notification: Notification }) => Event;
  dispatchEvent(event: Event): boolean;
}

/** Talks to the browser about the site's worker from a blank page, so that every page of the site can be closed. */
export async function watchWorkers(context: BrowserContext, origin: string): Promise<Workers> {
  const blank = await context.newPage();
  const session = await context.newCDPSession(blank);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const own = async () => ({ origin, registrationId: await registered });
  const findWorker = () => context.serviceWorkers().find((one) => one.url().startsWith(origin));
  const shown = async () => (await findWorker()?.evaluate(listShown)) ?? [];
  return {
    async sync(lastChance = false) {
      await findWorker()?.evaluate(watchShowing);
      await session.send('ServiceWorker.dispatchSyncEvent', { ...(await own()), tag: SYNC_TAG, lastChance });
    },
    async push(data) {
      await findWorker()?.evaluate(watchShowing);
      await session.send('ServiceWorker.deliverPushMessage', { ...(await own()), data });
    },
    shown,
    notices: async () => (await shown()).map(({ title }) => title),
    press: async () => (await findWorker()?.evaluate(pressShown)) ?? null,
  };
}

/** Runs in the worker. Notes from then on how many notifications it is showing. */
function watchShowing(): void {
  const scope = globalThis as unknown as Scope;
  if (scope.showing !== undefined) return;
  scope.showing = 0;
  const { registration } = scope;
  const show = registration.showNotification.bind(registration);
  registration.showNotification = async (title, options) => {
    scope.showing = (scope.showing ?? 0) + 1;
    await show(title, options);
    scope.showing -= 1;
  };
}

/** Runs in the worker. A notification that is listed while Chromium shows it would be deleted: Chromium takes it for one that the system has closed. */
async function listShown(): Promise<Shown[]> {
  const { registration, showing } = globalThis as unknown as Scope;
  if (showing) return [];
  return (await registration.getNotifications()).map(({ title, body, lang, data }) => ({
    title,
    body,
    lang,
    data,
  }));
}

/** Runs in the worker. */
async function pressShown(): Promise<string | null> {
  const scope = globalThis as unknown as Scope;
  const [notification] = await scope.registration.getNotifications();
  if (!notification) throw new Error('No notification stands');
  return new Promise((resolve) => {
    const { prototype } = scope.WindowClient;
    const { postMessage } = prototype;
    prototype.postMessage = function (message, ports) {
      postMessage.call(this, message, ports);
      resolve(null);
    };
    scope.clients.openWindow = async (url) => resolve(url);
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  });
}
