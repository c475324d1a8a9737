import type { BrowserContext } from '@playwright/test';
import { SYNC_TAG } from '../src/lib/wake-worker.ts';

export interface Workers {
  /** Wakes the worker as the browser does when there is a connection. */
  sync(lastChance?: boolean): Promise<void>;
  /** Brings the worker what a push service would, decrypted. */
  push(data: string): Promise<void>;
  /** The worker's notifications that stand. */
  shown(): Promise<Shown[]>;
  /** Their titles. */
  notices(): Promise<string[]>;
  /**
   * Presses the one that stands. The press itself is the system's, and no protocol has it: the worker hears of it by an event of the same form. Answers
   * the address for which it would open a window, which a browser does for a hand alone; null where it has told a page.
   */
  press(): Promise<string | null>;
}

interface Shown {
  title: string;
  body: string;
  lang: string;
  /** What a press on it is about. */
  data: unknown;
}

/** What of the worker's scope TypeScript's library of pages lacks. */
interface Scope {
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<unknown> };
  WindowClient: { prototype: { postMessage(message: unknown, ports: MessagePort[]): void } };
  NotificationEvent: new (type: string, options: { notification: Notification }) => Event;
  dispatchEvent(event: Event): boolean;
}

/** Speaks to the browser about the worker of a site from a page of none, so that every page of the site can be closed. */
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
      await session.send('ServiceWorker.dispatchSyncEvent', { ...(await own()), tag: SYNC_TAG, lastChance });
    },
    async push(data) {
      await session.send('ServiceWorker.deliverPushMessage', { ...(await own()), data });
    },
    shown,
    notices: async () => (await shown()).map(({ title }) => title),
    press: async () => (await findWorker()?.evaluate(pressShown)) ?? null,
  };
}

/** Runs in the worker. */
async function listShown(): Promise<Shown[]> {
  const { registration } = globalThis as unknown as Scope;
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
