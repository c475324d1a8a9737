/** By this name pages ask the browser to wake the worker when there is a connection. */
export const SYNC_TAG = 'eclic-send';

/** TypeScript's library does not know it. */
export interface WithBackgroundSync {
  /** Absent where the browser wakes no worker: in all but Chromium. */
  readonly sync?: { register(tag: string): Promise<void> } | undefined;
}

declare global {
  interface ServiceWorkerRegistration extends WithBackgroundSync {}
}

/** Whether the browser sends what waits with e-Clic closed too, as a rule: it can, and the worker is there. */
export function sendsWhenClosed(): boolean {
  return 'SyncManager' in globalThis && Boolean(navigator.serviceWorker?.controller);
}
