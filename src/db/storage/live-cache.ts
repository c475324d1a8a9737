import type { Clock } from '../../lib/clock.ts';

/** A cache that has not answered by then is taken for one that never will. */
export const STUCK_MS = 5_000;

/**
 * Returns the cache; undefined where it is silent. Where a tab is killed while it writes into a cache, Chromium answers nothing about that cache until the
 * browser ends.
 */
export async function findLiveCache(
  caches: CacheStorage,
  name: string,
  clock: Clock,
): Promise<Cache | undefined> {
  const cache = await caches.open(name);
  return (await answers(cache, clock)) ? cache : undefined;
}

/** Opens a cache to write into. A silent one is deleted, and begun anew. */
export async function openLiveCache(
  caches: CacheStorage,
  name: string,
  clock: Clock,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): Promise<Cache> {
  const find = () => findLiveCache(caches, name, clock);
  async function beginAnew(): Promise<Cache> {
    // Another page may have begun it anew meanwhile, and have written into it.
    const begun = await find();
    if (begun) return begun;
    await caches.delete(name);
    return caches.open(name);
  }
  return (await find()) ?? (locks ? locks.request(name, beginAnew) : beginAnew());
}

function answers(cache: Cache, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const giveUp = clock.after(STUCK_MS, () => resolve(false));
    const end = (isLive: boolean) => {
      giveUp();
      resolve(isLive);
    };
    cache.match('/').then(
      () => end(true),
      () => end(false),
    );
  });
}
