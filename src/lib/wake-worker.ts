/** The name by which pages ask the browser to wake the worker when there is a connection. */
export const SYNC_TAG = 'eclic-send';

/** The tag of the worker's notification that something was not sent. */
export const UNSENT_TAG = 'eclic-unsent';

/** TypeScript's library does not know background sync. */
export interface WithBackgroundSync {
  /** Absent in browsers that wake no worker: in all but Chromium. */
  readonly sync?: { register(tag: string): Promise<void> } | undefined;
}

declare global {
  interface ServiceWorkerRegistration extends WithBackgroundSync {}
}

/** Returns whether the browser, as a rule, sends what waits with e-Clic closed too: it can, and the worker is there. */
export function sendsWhenClosed(): boolean {
  return 'SyncManager' in globalThis && Boolean(navigator.serviceWorker?.controller);
}
