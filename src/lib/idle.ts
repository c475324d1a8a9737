/** The wait in browsers without `requestIdleCallback`: by then the page is painted and its first effects have run. */
const IDLE_AFTER_MS = 500;

/** Resolves when the browser has nothing to do for the page. */
export const idle = () =>
  new Promise<unknown>((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, IDLE_AFTER_MS),
  );
