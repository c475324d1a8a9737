import type { Page } from '@playwright/test';

const POLL_MS = 5;
const PATIENCE_MS = 60_000;

/** How long it takes from the start of the navigation until a frame with the element has been painted. */
export async function untilShown(page: Page, path: string, selector: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  return page.evaluate(untilThere, { selector, pollMs: POLL_MS, patienceMs: PATIENCE_MS });
}

interface Watch {
  selector: string;
  pollMs: number;
  patienceMs: number;
}

/** Runs in the page, whose clock begins with the navigation. The most urgent task posted in a frame's callback is the first to run after that frame has been painted. */
function untilThere({ selector, pollMs, patienceMs }: Watch): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (performance.now() > patienceMs) return reject(new Error(`${selector} did not come`));
      if (!document.querySelector(selector)) return setTimeout(look, pollMs);
      return requestAnimationFrame(() =>
        scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' }),
      );
    };
    look();
  });
}
