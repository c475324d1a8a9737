import type { JSHandle, Page } from '@playwright/test';
import type { Use } from './world.ts';

/** What the page shows when the result is there. */
export interface Sight {
  selector: string;
  /** The least number of such elements; one by default. */
  count?: number;
  /** The text of the first such element differs from this one; the empty text stands for an element that is not there. */
  textIsNot?: string;
}

/** Marks a task as urgent in browsers that know `postTask`; TypeScript does not know it. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
};

/** Returns the time from the key or choice that `act` makes until a frame with the sight has been painted. */
export async function untilPainted(page: Page, sight: Sight, act: Use<unknown>): Promise<number> {
  const watch = await page.evaluateHandle(watchFor, { ...sight, isAnswer: true });
  await act(page);
  return watch.evaluate(({ painted }) => painted);
}

/** Returns the time from the start of the navigation until a frame with the element has been painted. */
export async function untilShown(page: Page, path: string, selector: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  const watch = await page.evaluateHandle(watchFor, { selector, isAnswer: false });
  return watch.evaluate(({ painted }) => painted);
}

/**
 * Runs in the page, whose clock begins with the navigation. It looks whenever the document changes, before the frame that shows the change; a look now and then
 * would find the element after that frame, and wait for one more. The most urgent task that is posted in a frame's callback is the first to run after that
 * frame has been painted. Fails where the result is there before the press: that would measure nothing.
 */
function watchFor({ selector, count = 1, textIsNot, isAnswer }: Sight & { isAnswer: boolean }) {
  const isThere = () => {
    const found = document.querySelectorAll(selector);
    return textIsNot === undefined ? found.length >= count : (found[0]?.textContent ?? '') !== textIsNot;
  };
  if (isAnswer && isThere()) throw new Error(`${selector} is there already`);
  let begunAt = isAnswer ? Number.NaN : 0;
  const begin = ({ timeStamp }: Event) => (begunAt = timeStamp);
  for (const type of isAnswer ? ['keydown', 'change'] : [])
    addEventListener(type, begin, { once: true, capture: true });
  const painted = new Promise<number>((resolve, reject) => {
    const tell = () => resolve(performance.now() - begunAt);
    const look = () => {
      if (Number.isNaN(begunAt) || !isThere()) return;
      changes.disconnect();
      requestAnimationFrame(() => scheduler.postTask(tell, { priority: 'user-blocking' }));
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(() => reject(new Error(`${selector} did not come`)), 30_000);
    look();
  });
  return { painted };
}

/** Notes what the browser reports of this kind from now on. */
export function noteEntries(
  page: Page,
  kind: PerformanceObserverInit & { durationThreshold?: number },
): Promise<JSHandle<PerformanceEntry[]>> {
  return page.evaluateHandle((observed) => {
    const entries: PerformanceEntry[] = [];
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe(observed);
    return entries;
  }, kind);
}
