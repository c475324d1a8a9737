import type { Page } from '@playwright/test';

const PATIENCE_MS = 60_000;

/** How long it takes from the start of the navigation until a frame with the element has been painted. */
export async function untilShown(page: Page, path: string, selector: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  return page.evaluate(untilThere, { selector, patienceMs: PATIENCE_MS });
}

interface Watch {
  selector: string;
  patienceMs: number;
}

/**
 * Runs in the page, whose clock begins with the navigation. It looks whenever the document changes, before the frame that shows the change: whoever
 * looks now and then finds the element when that frame is over, and waits for one more. The most urgent task posted in a frame's callback is the
 * first to run after that frame has been painted.
 */
function untilThere({ selector, patienceMs }: Watch): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      clearTimeout(patience);
      requestAnimationFrame(() =>
        scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' }),
      );
    };
    const observer = new MutationObserver(look);
    const patience = setTimeout(() => reject(new Error(`${selector} did not come`)), patienceMs);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}
