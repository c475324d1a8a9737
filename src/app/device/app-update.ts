import { allowWorkerUrl, WORKER_URL } from './worker-url.ts';

const CHECK_MS = 60 * 60_000;
/** Nobody is typing when the last key is older than this. */
const IDLE_MS = 3_000;
const RETRY_MS = 1_000;

export interface AppUpdate {
  /** True once a newer e-Clic is ready and waits for the citizen's word. */
  isReady(): boolean;
  subscribe(listener: () => void): () => void;
  /** The citizen said yes: the newer one takes over, and every tab follows when it is idle. */
  accept(): void;
}

export interface UpdateOptions {
  /** What the worker fetches for later would come in the way of a first visit's first page. */
  after: Promise<void>;
  /** Whether something is being sent in this tab: that must not be cut. */
  isSending: () => Promise<boolean>;
}

/** Registers the worker that starts e-Clic without a connection, and looks for newer builds. */
export function watchForUpdates({ after, isSending }: UpdateOptions): AppUpdate {
  const listeners = new Set<() => void>();
  let waiting: ServiceWorker | null = null;

  function noteWaiting(worker: ServiceWorker | null): void {
    // The first worker of all replaces nothing, so there is nothing to ask.
    if (!worker || !navigator.serviceWorker.controller) return;
    waiting = worker;
    for (const listener of listeners) listener();
  }

  const { serviceWorker } = navigator;
  if (serviceWorker) {
    followController(serviceWorker, reloadWhenIdle(isSending));
    allowWorkerUrl();
    void after.then(() => serviceWorker.register(WORKER_URL)).then(watchRegistration, noWorker);
  }

  function watchRegistration(registration?: ServiceWorkerRegistration): void {
    // Where workers are switched off, some browsers keep the promise and give nothing.
    if (!registration) return;
    noteWaiting(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => noteWaiting(registration.waiting));
    });
    checkNowAndThen(registration);
  }

  return {
    isReady: () => waiting !== null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accept: () => waiting?.postMessage({ type: 'SKIP_WAITING' }),
  };
}

/** Some private windows have no workers: e-Clic then needs a connection to start, and is the same otherwise. */
function noWorker(): void {}

/** Accepting in one tab changes the worker of all; each follows when it is idle. */
function followController(workers: ServiceWorkerContainer, follow: () => void): void {
  let isUpdate = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    if (isUpdate) follow();
    isUpdate = true;
  });
}

/** What is typed is on disk by the time the page has gone, but a reload under the fingers is rude, and one during an upload wasteful. */
function reloadWhenIdle(isSending: () => Promise<boolean>): () => void {
  let lastInputAt = Number.NEGATIVE_INFINITY;
  const noteInput = () => {
    lastInputAt = performance.now();
  };
  window.addEventListener('input', noteInput, { capture: true, passive: true });

  async function reload(): Promise<void> {
    const isTyping = performance.now() - lastInputAt < IDLE_MS && document.visibilityState === 'visible';
    if (isTyping || (await isSending())) setTimeout(() => void reload(), RETRY_MS);
    else window.location.reload();
  }
  return () => void reload();
}

function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  const check = () => {
    // A check that finds no connection has nothing to tell.
    void registration.update().catch(() => undefined);
  };
  setInterval(check, CHECK_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') check();
  });
}
