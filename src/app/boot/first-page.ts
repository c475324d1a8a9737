import type { Clock } from '../../lib/clock.ts';
import type { AppRouter } from './router.ts';

/** What waits for the first page begins without it after this time. */
const LATEST_MS = 3000;

/** The first page of a visit. What it does not need begins after it, so as not to slow it down. */
export function createFirstPage(clock: Clock) {
  let resolve: () => void = () => undefined;
  const painted = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  const stops = [clock.after(LATEST_MS, resolve)];
  return {
    painted,
    follow(router: AppRouter): void {
      const unsubscribe = router.subscribe('onRendered', () => {
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
