import type { Clock } from '../../lib/clock.ts';

/** A cache that has not answered by then never will. */
export const STUCK_MS = 5_000;

/**
 * Opens a cache that answers. Chromium answers nothing about one into which a tab was writing when it was killed, for as long as the browser runs: such
 * a cache is put away, and begun anew.
 */
export async function openLiveCache(caches: CacheStorage, name: string, clock: Clock): Promise<Cache> {
  const cache = await caches.open(name);
  if (await answers(cache, clock)) return cache;
  await caches.delete(name);
  return caches.open(name);
}

/** Whether a cache answers. */
export function answers(cache: Cache, clock: Clock): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const giveUp = clock.after(STUCK_MS, () => resolve(false));
    cache
      .match('/')
      .then(() => resolve(true), reject)
      .finally(giveUp);
  });
}
