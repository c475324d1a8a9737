const RELOADED_AT_KEY = 'eclic-reloaded-at';
const GUARD_MS = 60_000;

/**
 * A newer build has taken the place of a part that this page still wanted. Reloading gets the new page; doing so again at once would be a
 * loop, so then the error takes its course to the error screen.
 */
export function reloadOnMissingParts(storage: Storage = window.sessionStorage): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(storage.getItem(RELOADED_AT_KEY));
    if (Date.now() - last < GUARD_MS) return;
    storage.setItem(RELOADED_AT_KEY, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
