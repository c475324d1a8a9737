import type { Server } from '../contract/server.ts';
import { keepShared } from './app/device/worker/keep-shared.ts';
import { type NoticeWords, sendWaiting } from './app/device/worker/send-waiting.ts';
import type { WorkerScope } from './app/device/worker/worker-scope.ts';
import { systemClock } from './lib/clock.ts';

// The service worker loads this file of its own for what opens databases: to send what waits with e-Clic closed, and to keep what another app shares.

declare global {
  interface ImportMetaEnv {
    /** The texts of the worker's notifications, by language; the build takes them from `locales`. */
    readonly NOTICE_WORDS: readonly (NoticeWords & { language: string })[];
  }
}

declare const self: WorkerScope & typeof globalThis;

async function chooseServer(): Promise<Server> {
  // The condition is written out, as in `main.tsx`. With every page closed the pretend server answers here, from the same memory.
  if (import.meta.env.MODE === 'demo') {
    const { createBrowserServer } = await import('../mocks/browser.ts');
    return createBrowserServer();
  }
  return (request) => fetch(request);
}

self.sendWaiting = async (isLastChance, signal) =>
  sendWaiting(
    {
      scope: self,
      engine: { indexedDB, IDBKeyRange },
      server: await chooseServer(),
      origin: self.location.origin + import.meta.env.BASE_PATH,
      words: import.meta.env.NOTICE_WORDS,
      clock: systemClock,
      random: Math.random,
      locks: navigator.locks,
      badge: navigator,
      mayNotify: () => Notification.permission === 'granted',
      signal,
    },
    isLastChance,
  );

self.keepShared = (request) => keepShared(request);
