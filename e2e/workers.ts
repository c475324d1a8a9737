import type { BrowserContext } from '@playwright/test';
import { SYNC_TAG } from '../src/lib/wake-worker.ts';

export interface Workers {
  /** Wakes the worker as the browser does when there is a connection. */
  sync(lastChance?: boolean): Promise<void>;
  /** The titles of the worker's notifications that stand. */
  notices(): Promise<string[]>;
}

/** Speaks to the browser about the worker of a site from a page of none, so that every page of the site can be closed. */
export async function watchWorkers(context: BrowserContext, origin: string): Promise<Workers> {
  const blank = await context.newPage();
  const session = await context.newCDPSession(blank);
  let registrationId: string | undefined;
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    const own = registrations.find(({ scopeURL, isDeleted }) => scopeURL.startsWith(origin) && !isDeleted);
    registrationId = own?.registrationId ?? registrationId;
  });
  await session.send('ServiceWorker.enable');
  return {
    async sync(lastChance = false) {
      if (!registrationId) throw new Error(`No worker of ${origin} is registered`);
      await session.send('ServiceWorker.dispatchSyncEvent', {
        origin,
        registrationId,
        tag: SYNC_TAG,
        lastChance,
      });
    },
    async notices() {
      const worker = context.serviceWorkers().find((one) => one.url().startsWith(origin));
      if (!worker) return [];
      return worker.evaluate(async () => {
        const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
        return (await registration.getNotifications()).map(({ title }) => title);
      });
    },
  };
}
