import { type Clock, systemClock } from '../../lib/clock.ts';
import { tabMemory } from '../../lib/tab-memory.ts';
import { keepWanted } from './keep-wanted.ts';

const CHECK_MS = 60 * 60_000;

/** A newer worker that nothing holds up takes over in a fraction of this time. */
export const TAKE_OVER_MS = 5_000;
/** The wait before a forgotten worker is registered again: a browser that is still forgetting this site would take away what the new one keeps. */
export const ANEW_AFTER_MS = 2_000;
const HELD_UP_KEY = 'eclic-update-held-up';

interface RegisterOptions {
  url: string;
  /** Called when a newer worker waits; `accept` has it take over. */
  tellReady: (accept: () => void) => void;
  /** Loads this page again, when it is idle. */
  follow: () => void;
  clock?: Clock;
}

/**
 * Registers the service worker, calls `tellReady` for each newer one that waits, and makes sure that an accepted one takes over. It registers a worker again
 * where the browser has forgotten this site at a sign-out: without one, the next start would need a connection.
 */
export async function registerWorker(
  workers: ServiceWorkerContainer,
  { url, tellReady, follow, clock = systemClock }: RegisterOptions,
): Promise<void> {
  const memory = tabMemory();

  /** Resolves to undefined where workers are switched off: some browsers fulfil the promise with nothing. */
  async function register(): Promise<ServiceWorkerRegistration | undefined> {
    const wasPageOfWorker = workers.controller !== null;
    const made: ServiceWorkerRegistration | undefined = await workers.register(url);
    if (made) watchForNewerWorker(made, wasPageOfWorker, tellOf);
    return made;
  }

  function tellOf(worker: ServiceWorker): void {
    tellReady(() => {
      // The active worker may be sending, and is not replaced before it rests.
      workers.controller?.postMessage({ type: 'GIVE_WAY' });
      worker.postMessage({ type: 'SKIP_WAITING' });
      clock.after(TAKE_OVER_MS, () => loadIfHeldUp(worker));
    });
  }

  /**
   * Chromium may leave a worker waiting though it was told to take over, until a page is loaded. The old worker answers that load, so the new page
   * needs a second one.
   */
  function loadIfHeldUp(worker: ServiceWorker): void {
    if (worker.state !== 'installed') return;
    memory?.setItem(HELD_UP_KEY, '');
    follow();
  }

  const registration = await register();
  if (!registration) return;
  const wasHeldUp = memory?.getItem(HELD_UP_KEY) === '';
  const forget = () => memory?.removeItem(HELD_UP_KEY);
  forget();
  // Where the newer worker takes over while somebody still types, the one load that is due brings the new page.
  workers.addEventListener('controllerchange', () => {
    forget();
    if (!workers.controller) clock.after(ANEW_AFTER_MS, () => void register().catch(() => undefined));
  });
  if (wasHeldUp && !registration.waiting) follow();
  checkNowAndThen(async () => {
    // Not every browser tells a page that it has forgotten its worker.
    const known = await workers.getRegistration();
    await (known ? known.update() : register());
  });
  // Until the worker is ready it fetches what nobody can do without.
  void workers.ready.then(() => keepWanted());
}

function checkNowAndThen(look: () => Promise<void>): void {
  const check = () => {
    // A check that finds no connection has nothing to tell.
    void look().catch(() => undefined);
  };
  setInterval(check, CHECK_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
  });
}

type Registration = Pick<ServiceWorkerRegistration, 'active' | 'installing' | 'waiting' | 'addEventListener'>;

/**
 * Calls `tell` with each worker that waits to take the place of another. It goes by the worker's own state and by the worker that it would
 * replace: `waiting` can for a moment still name the one that has just become active. The first worker of all replaces nothing, so there is
 * nothing to ask.
 *
 * `wasPageOfWorker`: whether a worker controlled this page before it registered one. Afterwards the first worker of all may already control it.
 */
export function watchForNewerWorker(
  registration: Registration,
  wasPageOfWorker: boolean,
  tell: (worker: ServiceWorker) => void,
): void {
  function tellIfInstalled(worker: ServiceWorker | null): void {
    if (worker?.state === 'installed') tell(worker);
  }

  function follow(): void {
    const { installing } = registration;
    if (registration.active) installing?.addEventListener('statechange', () => tellIfInstalled(installing));
  }

  if (wasPageOfWorker) tellIfInstalled(registration.waiting);
  // Another tab, or the browser itself, may have found a newer worker before this page listened.
  follow();
  registration.addEventListener('updatefound', follow);
}
