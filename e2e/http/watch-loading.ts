import { expect, type Page, type Request } from '@playwright/test';

/** A page that asks for nothing during so many rests loads nothing more. Each rest lasts until the page has nothing to do, so a slow machine waits longer. */
const RESTS = 3;
const REST_MS = 50;

interface Loading {
  /** Opens a page and waits until it is complete. */
  openFully(path: string): Promise<void>;
  /** Waits until the page loads nothing more. */
  untilComplete(): Promise<void>;
}

/** Follows what a page loads from now on. Playwright's own `networkidle` waits for half a second, and only once in a document. */
export function watchLoading(page: Page): Loading {
  const underWay = new Set<Request>();
  let begun = 0;
  page.on('request', (request) => {
    begun += 1;
    underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));

  async function untilComplete(): Promise<void> {
    for (let before = -1; underWay.size > 0 || begun !== before; ) {
      before = begun;
      for (let rests = 0; rests < RESTS; rests += 1) await page.evaluate(rest, REST_MS);
    }
  }

  return {
    async openFully(path) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await untilComplete();
    },
    untilComplete,
  };
}

/** Runs in the page. */
function rest(atLeastMs: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), atLeastMs));
}
