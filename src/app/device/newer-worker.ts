type Registration = Pick<ServiceWorkerRegistration, 'active' | 'installing' | 'waiting' | 'addEventListener'>;

/**
 * Tells of each worker that waits to take the place of another. What a worker says of itself counts, and whom it would replace: `waiting` can
 * for a moment still name the one that has just become active. The first worker of all replaces nothing, so there is nothing to ask.
 *
 * `wasPageOfWorker`: whether a worker had this page before one was registered. Afterwards the first of all may already have taken it.
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
  // One that another tab, or the browser itself, has found before this page listened.
  follow();
  registration.addEventListener('updatefound', follow);
}
