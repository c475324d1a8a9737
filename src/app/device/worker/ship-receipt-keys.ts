import { API_BASE_PATH } from '../../../../contract/server.ts';
import { findLiveCache, openLiveCache } from '../../../db/storage/live-cache.ts';
import { type Clock, systemClock } from '../../../lib/clock.ts';
import type { WorkerScope } from './worker-scope.ts';

const CACHE = 'eclic-receipt-keys';
const URL_OF_KEYS = `${import.meta.env.BASE_PATH}${API_BASE_PATH}/receipt-keys`;

/** What a browser provides; tests pass their own. */
interface Surroundings {
  caches: CacheStorage;
  fetch: (url: string, options: RequestInit) => Promise<Response>;
  clock: Clock;
}

/**
 * Fetches the service's receipt keys when the worker is installed: a citizen who has opened e-Clic once can check a receipt without a connection.
 * Where the keys do not come, the worker is installed all the same.
 */
export function shipReceiptKeys(
  scope: WorkerScope,
  { caches, fetch, clock }: Surroundings = {
    caches: globalThis.caches,
    fetch: (url, options) => globalThis.fetch(url, options),
    clock: systemClock,
  },
): void {
  async function ship(): Promise<void> {
    const response = await fetch(URL_OF_KEYS, { cache: 'no-cache' });
    if (!response.ok) return;
    const cache = await openLiveCache(caches, CACHE, clock);
    await cache.put(URL_OF_KEYS, response);
  }
  scope.addEventListener('install', (event) => event.waitUntil(ship().catch(() => undefined)));
}

/** Returns the keys that came with the app; undefined where none did, or where the browser keeps nothing. */
export async function readShippedKeys(
  caches: CacheStorage | undefined = globalThis.caches,
  clock: Clock = systemClock,
): Promise<unknown> {
  if (!caches || !(await caches.has(CACHE))) return undefined;
  const cache = await findLiveCache(caches, CACHE, clock);
  return (await cache?.match(URL_OF_KEYS, { ignoreVary: true }))?.json();
}
