import { systemClock } from '../../../lib/clock.ts';
import { SYNC_TAG } from '../../../lib/wake-worker.ts';
import type { WorkerScope } from './worker-scope.ts';

declare global {
  interface ImportMetaEnv {
    /** The file that sends, which is built before the worker. */
    readonly BACKGROUND_SYNC_URL: string;
  }
}

/** From then on nothing new is begun. What is on its way has a minute more, which is when it counts as unanswered, and a browser ends the worker after three. */
const WORK_MS = 100_000;

export const URL_OF_BACKGROUND = import.meta.env.BACKGROUND_SYNC_URL;

/**
 * Sends what waits when the browser says that there is a connection, also with e-Clic closed. What sends is a file of its own, which comes with
 * the worker and runs only then: whoever opens a page does not wait for it.
 */
export function sendWhenConnected(scope: WorkerScope): void {
  if (!scope.registration.sync) return;
  allowSender(scope);
  const fetchSender = async () => {
    if (!scope.sendWaiting) scope.importScripts(URL_OF_BACKGROUND);
    return scope.sendWaiting;
  };
  let end = new AbortController();

  async function send(isLastChance: boolean): Promise<void> {
    end = new AbortController();
    const { signal } = end;
    const cancel = systemClock.after(WORK_MS, () => end.abort());
    await fetchSender()
      .then((sendWaiting) => sendWaiting?.(isLastChance, signal))
      .finally(cancel);
  }

  // Once a worker is installed, a browser lets it have no file that it did not have by then.
  scope.addEventListener('install', (event) => event.waitUntil(fetchSender()));
  scope.addEventListener('sync', (event) => {
    if (event.tag === SYNC_TAG) event.waitUntil(send(event.lastChance));
  });
  // A newer worker takes its place as soon as this one rests; the newer one goes on from where it was.
  scope.addEventListener('message', ({ data }) => {
    if (data?.type === 'GIVE_WAY') end.abort();
  });
}

/** Where Trusted Types are required, this one file is let through and nothing else. */
function allowSender({ trustedTypes }: WorkerScope): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (url === URL_OF_BACKGROUND) return url;
      throw new TypeError(url);
    },
  });
}
