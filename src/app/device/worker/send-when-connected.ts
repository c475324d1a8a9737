import { systemClock } from '../../../lib/clock.ts';
import { SYNC_TAG } from '../../../lib/wake-worker.ts';
import type { WorkerScope } from './worker-scope.ts';

declare global {
  interface ImportMetaEnv {
    /** The address of the file that sends (`background-sync.ts`), which is built before the worker. */
    readonly BACKGROUND_SYNC_URL: string;
  }
}

/**
 * The time after which nothing new is begun. A call on its way has a minute more, after which it counts as unanswered, and a browser ends the
 * worker after three minutes.
 */
const WORK_MS = 100_000;

export const URL_OF_BACKGROUND = import.meta.env.BACKGROUND_SYNC_URL;

/**
 * Sends what waits when the browser says that there is a connection, also with e-Clic closed. The code that sends is a file of its own, which comes
 * with the worker and runs only then, so that nobody who opens a page waits for it.
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

  // Once a worker is installed, a browser lets it import no file that it has not imported by then.
  scope.addEventListener('install', (event) => event.waitUntil(fetchSender()));
  scope.addEventListener('sync', (event) => {
    if (event.tag === SYNC_TAG) event.waitUntil(send(event.lastChance));
  });
  // A newer worker takes the place of this one as soon as this one rests, and goes on from where it was.
  scope.addEventListener('message', ({ data }) => {
    if (data?.type === 'GIVE_WAY') end.abort();
  });
}

/** Where Trusted Types are required, lets this one file through and nothing else. */
function allowSender({ trustedTypes }: WorkerScope): void {
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (url === URL_OF_BACKGROUND) return url;
      throw new TypeError(url);
    },
  });
}
