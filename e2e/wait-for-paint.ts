import type { Page } from '@playwright/test';

/** Waits until what the page has changed so far is painted. */
export async function waitForPaint(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
