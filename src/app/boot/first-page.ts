import type { Clock } from '../../lib/clock.ts';
import type { AppRouter } from './router.ts';

/** The time after which the work that waits for the first page begins without it. */
const LATEST_MS = 3000;

/** Tells when the first page of a visit is painted. What that page does not need begins afterwards, so as not to slow it down. */
export function createFirstPage(clock: Clock) {
  let router: AppRouter | null = null;
  let resolve: () => void = () => undefined;
  const painted = new Promise<AppRouter | null>((fulfil) => {
    resolve = () => fulfil(router);
  });
  const stops = [clock.after(LATEST_MS, resolve)];
  return {
    /** Resolves when the page is painted, at the latest after `LATEST_MS`, with the followed router, or with null where none was followed. */
    painted,
    follow(whose: AppRouter): void {
      router = whose;
      const unsubscribe = whose.subscribe('onRendered', () => {
        unsubscribe();
        // The next frame paints the page.
        requestAnimationFrame(() => setTimeout(resolve));
      });
      stops.push(unsubscribe);
    },
    stop(): void {
      for (const stop of stops) stop();
      resolve();
    },
  };
}
