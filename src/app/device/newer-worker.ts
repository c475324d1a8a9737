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
