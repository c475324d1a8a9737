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

/** Runs in the page, whose clock begins with the navigation. A message posted in a frame's callback is handled after that frame has been painted. */
function untilThere({ selector, pollMs, patienceMs }: Watch): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (performance.now() > patienceMs) return reject(new Error(`${selector} did not come`));
      if (!document.querySelector(selector)) return setTimeout(look, pollMs);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      return requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    look();
  });
}
