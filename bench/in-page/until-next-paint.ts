import type { Page } from '@playwright/test';

/** Browsers tell of no event that took less, and of the others in steps of eight. */
const LEAST_MS = 16;
/** For what the press has set going, and for the browser to tell of it. */
const SETTLE_MS = 400;

/**
 * Interaction to next paint, as the browser itself tells it (Event Timing): from the press until the first frame after everything that hears of
 * it has run. The page need not show the answer yet; whoever presses sees then that they were heard.
 */
export async function untilNextPaint(page: Page, press: () => Promise<unknown>): Promise<number> {
  await page.evaluate(beginListening, LEAST_MS);
  await press();
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => (globalThis as unknown as Listening).benchLongest());
}

interface Listening {
  benchLongest: () => number;
}

interface EventTiming extends PerformanceEntry {
  interactionId: number;
}

/** Runs in the page. One press is several events (down, up, click) with one number; it took as long as the longest of them. */
function beginListening(leastMs: number): void {
  let longest = leastMs;
  const note = (entries: PerformanceEntryList) => {
    for (const { interactionId, duration } of entries as EventTiming[])
      if (interactionId > 0) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'event', durationThreshold: leastMs } as PerformanceObserverInit);
  const page = globalThis as unknown as Listening;
  page.benchLongest = () => {
    note(observer.takeRecords());
    observer.disconnect();
    return longest;
  };
}
