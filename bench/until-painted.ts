import type { Page } from '@playwright/test';

/** What the page looks like when the answer is there. */
export interface Sight {
  selector: string;
  /** The text of the first such element differs from this one; the empty text stands for an element that is not there. */
  textIsNot?: string;
  /** There are at least so many of them. */
  count?: number;
}

export type EventType = 'keydown' | 'change';

/** How long it takes from the event that `act` causes until a frame with the sight has been painted. Fails where it is there before: that would measure nothing. */
export async function untilPainted(
  page: Page,
  eventType: EventType,
  sight: Sight,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(armTimer, { eventType, sight });
  await act();
  return page.evaluate(() => (globalThis as unknown as { benchResult: Promise<number> }).benchResult);
}

/** What is urgent, as browsers that know it are told; TypeScript does not know it yet. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
};

/**
 * Runs in the page, and looks in each frame's callback: the most urgent task posted there is the first to run after that frame has been painted.
 */
function armTimer({ eventType, sight }: { eventType: EventType; sight: Sight }): void {
  const isThere = () => {
    const found = document.querySelectorAll(sight.selector);
    if (sight.count !== undefined) return found.length >= sight.count;
    return (found[0]?.textContent ?? '') !== sight.textIsNot;
  };
  if (isThere()) throw new Error(`${sight.selector} is there already`);
  const result = new Promise<number>((resolve, reject) => {
    const look = (startedAt: number) => {
      if (performance.now() - startedAt > 30_000) return reject(new Error(`${sight.selector} did not come`));
      if (!isThere()) return lookNextFrame(startedAt);
      return scheduler.postTask(() => resolve(performance.now() - startedAt), { priority: 'user-blocking' });
    };
    const lookNextFrame = (startedAt: number) => requestAnimationFrame(() => look(startedAt));
    addEventListener(eventType, ({ timeStamp }) => lookNextFrame(timeStamp), { once: true, capture: true });
  });
  Object.assign(globalThis, { benchResult: result });
}

/** How long it takes from the start of the navigation until a frame with the element has been painted. */
export async function untilShown(page: Page, path: string, selector: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  return page.evaluate(untilThere, selector);
}

/**
 * Runs in the page, whose clock begins with the navigation. It looks whenever the document changes, before the frame that shows the change: whoever
 * looks now and then finds the element when that frame is over, and waits for one more.
 */
function untilThere(selector: string): Promise<number> {
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
    const patience = setTimeout(() => reject(new Error(`${selector} did not come`)), 30_000);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    look();
  });
}
