import type { Page } from '@playwright/test';

const POLL_MS = 50;

/** Gives the connection back, and answers how many seconds pass until nothing waits to be sent any more. */
export async function untilReceived(page: Page, whileWaiting?: () => void): Promise<number> {
  await page.evaluate(armTimer, POLL_MS);
  await page.context().setOffline(false);
  const sampling = whileWaiting && setInterval(whileWaiting, POLL_MS);
  const ms = await page.evaluate(
    () => (globalThis as unknown as { benchResult: Promise<number> }).benchResult,
  );
  clearInterval(sampling);
  return ms / 1_000;
}

/** Runs in the page. What was received leaves the outbox in the transaction that records its reference. */
async function armTimer(pollMs: number): Promise<void> {
  const names = await indexedDB.databases();
  const name = names.map((each) => each.name ?? '').find((each) => each.startsWith('eclic-citizen-')) ?? '';
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const result = new Promise<number>((resolve) => {
    const look = (startedAt: number) => {
      const counting = db.transaction('outbox').objectStore('outbox').count();
      counting.onsuccess = () => {
        if (counting.result > 0) return setTimeout(() => look(startedAt), pollMs);
        db.close();
        return resolve(performance.now() - startedAt);
      };
    };
    addEventListener('online', ({ timeStamp }) => look(timeStamp), { once: true });
  });
  Object.assign(globalThis, { benchResult: result });
}
