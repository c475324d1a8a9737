import { API_BASE_PATH } from '../../../../contract/server.ts';
import type { WorkerScope } from './worker-scope.ts';

const CACHE = 'eclic-receipt-keys';
const URL_OF_KEYS = `${import.meta.env.BASE_PATH}${API_BASE_PATH}/receipt-keys`;

/** What the browser gives; tests bring their own. */
interface Surroundings {
  caches: CacheStorage;
  fetch: (url: string, options: RequestInit) => Promise<Response>;
}

/** Has the keys of the service come with the app: whoever has opened e-Clic once can check a receipt without a connection. Without them the worker is installed all the same. */
export function shipReceiptKeys(
  scope: WorkerScope,
  { caches, fetch }: Surroundings = {
    caches: globalThis.caches,
    fetch: (url, options) => globalThis.fetch(url, options),
  },
): void {
  async function ship(): Promise<void> {
    const response = await fetch(URL_OF_KEYS, { cache: 'no-cache' });
    if (!response.ok) return;
    const cache = await caches.open(CACHE);
    await cache.put(URL_OF_KEYS, response);
  }
  scope.addEventListener('install', (event) => event.waitUntil(ship().catch(() => undefined)));
}

/** What came with the app. Undefined where nothing did, or the browser keeps nothing. */
export async function readShippedKeys(
  caches: CacheStorage | undefined = globalThis.caches,
): Promise<unknown> {
  if (!(await caches?.has(CACHE))) return undefined;
  const cache = await caches?.open(CACHE);
  return (await cache?.match(URL_OF_KEYS, { ignoreVary: true }))?.json();
}
