import type { Server } from '../contract/server.ts';
import { type NoticeWords, sendWaiting } from './app/device/worker/send-waiting.ts';
import type { WorkerScope } from './app/device/worker/worker-scope.ts';
import { systemClock } from './lib/clock.ts';

// A file of its own that the service worker loads to send what waits with e-Clic closed.

declare global {
  interface ImportMetaEnv {
    /** What the worker says, by language: the build takes it from `locales`. */
    readonly NOTICE_WORDS: readonly (NoticeWords & { language: string })[];
  }
}

declare const self: WorkerScope & typeof globalThis;

async function chooseServer(): Promise<Server> {
  // Written out, as in `main.tsx`. With every page closed the pretend server answers here, from the same memory.
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
      mayNotify: () => Notification.permission === 'granted',
      signal,
    },
    isLastChance,
  );
