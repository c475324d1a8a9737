import { expect, type Page } from '@playwright/test';

/** Runs in a page: returns everything that the browser stores for its origin, as text. */
export async function readEverythingKept(): Promise<string> {
  const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of db.objectStoreNames) {
      kept.push(
        await new Promise((resolve, reject) => {
          const reading = db.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        }),
      );
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.endsWith('.js')) kept.push(await (await cache.match(request))?.text());
    }
  }
  return JSON.stringify([kept, document.documentElement.outerHTML]);
}

/** Waits until nothing that the browser stores tells of these words, while it may be forgetting the site: Chromium then answers no database that is asked for. */
export async function expectNothingKept(page: Page, words: readonly string[]): Promise<void> {
  await expect(async () => {
    const reading = await page.waitForFunction(readEverythingKept, undefined, { timeout: 5_000 });
    const kept = await reading.jsonValue();
    for (const trace of words) expect(kept.includes(trace), trace).toBe(false);
  }).toPass();
}

/** Waits until a field on the disk holds these words. The page itself shows them before. */
export async function expectKept(page: Page, words: string): Promise<void> {
  const isKept = async () => (await page.evaluate(readEverythingKept)).includes(JSON.stringify(words));
  await expect.poll(isKept, `«${words}» is on the disk`).toBe(true);
}
