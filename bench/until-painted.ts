import type { Page } from '@playwright/test';

/** What the page looks like when the answer is there. */
export interface Sight {
  selector: string;
  /** There are at least so many of them; one, where nothing is said. */
  count?: number;
  /** The text of the first such element differs from this one; the empty text stands for an element that is not there. */
  textIsNot?: string;
}

/** What is urgent, as browsers that know it are told; TypeScript does not know it yet. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: 'user-blocking' }): Promise<void>;
};

/** How long it takes from the key or choice that `act` makes until a frame with the sight has been painted. */
export async function untilPainted(page: Page, sight: Sight, act: () => Promise<unknown>): Promise<number> {
  const watch = await page.evaluateHandle(watchFor, { ...sight, isAnswer: true });
  await act();
  return watch.evaluate(({ painted }) => painted);
}

/** How long it takes from the start of the navigation until a frame with the element has been painted. */
export async function untilShown(page: Page, path: string, selector: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  const watch = await page.evaluateHandle(watchFor, { selector, isAnswer: false });
  return watch.evaluate(({ painted }) => painted);
}

/**
 * Runs in the page, whose clock begins with the navigation. It looks whenever the document changes, before the frame that shows the change: whoever
 * looks now and then finds the element when that frame is over, and waits for one more. The most urgent task that is posted in a frame's callback is
 * the first to run after that frame has been painted. Fails where an answer is there before its question: that would measure nothing.
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
