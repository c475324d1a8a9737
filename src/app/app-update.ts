import { registerSW } from 'virtual:pwa-register';
import { allowWorkerUrl } from './worker-url.ts';

const CHECK_MS = 60 * 60_000;
/** Nobody is typing when the last key is older than this. */
const IDLE_MS = 3_000;
const RETRY_MS = 1_000;

export interface AppUpdate {
  /** True once a newer e-Clic is ready and waits for the citizen's word. */
  isReady(): boolean;
  subscribe(listener: () => void): () => void;
  /** The citizen said yes: the newer one takes over, and every tab follows when it is idle. */
  accept(): Promise<void>;
}

export interface UpdateOptions {
  /** Whether something is being sent in this tab: that must not be cut. */
  isSending: () => Promise<boolean>;
}

/** Registers the worker that starts e-Clic without a connection, and looks for newer builds. */
export function watchForUpdates({ isSending }: UpdateOptions): AppUpdate {
  const listeners = new Set<() => void>();
  let ready = false;
  let lastInputAt = 0;
  const noteInput = () => {
    lastInputAt = performance.now();
  };
  window.addEventListener('input', noteInput, { capture: true, passive: true });

  /** What is typed is on disk by the time the page has gone, but a reload under the fingers is rude, and one during an upload wasteful. */
  async function reloadWhenIdle(): Promise<void> {
    const isTyping = performance.now() - lastInputAt < IDLE_MS && document.visibilityState === 'visible';
    if (isTyping || (await isSending())) setTimeout(() => void reloadWhenIdle(), RETRY_MS);
    else window.location.reload();
  }

  allowWorkerUrl();
  const takeOver = registerSW({
    onNeedRefresh() {
      ready = true;
      for (const listener of listeners) listener();
    },
    onNeedReload: () => void reloadWhenIdle(),
    onRegisteredSW(_url, registration) {
      if (!registration) return;
      const check = () => {
        // A check that finds no connection has nothing to tell.
        if (navigator.onLine) void registration.update().catch(() => undefined);
      };
      setInterval(check, CHECK_MS);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') check();
      });
    },
  });

  return {
    isReady: () => ready,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    accept: () => takeOver(true),
  };
}
