import type { Clock } from '../../lib/clock.ts';
import type { AppRouter } from './router.ts';

/** What waits for the first page begins without it after this time. */
const LATEST_MS = 3000;

/** The first page of a visit. What it does not need begins after it, so as not to slow it down. */
export function createFirstPage(clock: Clock) {
  let router: AppRouter | null = null;
  let resolve: () => void = () => undefined;
  const painted = new Promise<AppRouter | null>((fulfil) => {
    resolve = () => fulfil(router);
  });
  const stops = [clock.after(LATEST_MS, resolve)];
  return {
    /** Whose router it is; null where none was ever followed. */
    painted,
    follow(whose: AppRouter): void {
      router = whose;
      const unsubscribe = whose.subscribe('onRendered', () => {
        unsubscribe();
        // Painted with the frame that comes next.
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
