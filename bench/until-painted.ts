import type { Page } from '@playwright/test';

/** What the page looks like when the answer is there. */
export interface Sight {
  selector: string;
  /** The text of the first such element differs from this one; the empty text stands for an element that is not there. */
  textIsNot?: string;
  /** There are at least so many of them. */
  count?: number;
}

const PATIENCE_MS = 30_000;

/** How long it takes from the event that `act` causes until a frame with the sight has been painted. Fails where it is there before: that would measure nothing. */
export async function untilPainted(
  page: Page,
  eventType: 'keydown' | 'click' | 'change',
  sight: Sight,
  act: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(armTimer, { eventType, sight, patienceMs: PATIENCE_MS });
  await act();
  return page.evaluate(readTimer);
}

interface Arming {
  eventType: string;
  sight: Sight;
  patienceMs: number;
}

/**
 * Runs in the page, and looks in each frame's callback: the most urgent task posted there is the first to run after that frame has been painted.
 * Where tasks know no urgency, a message is as near as it gets.
 */
export function armTimer({ eventType, sight, patienceMs }: Arming): void {
  const isThere = () => {
    const found = document.querySelectorAll(sight.selector);
    if (sight.count !== undefined) return found.length >= sight.count;
    return (found[0]?.textContent ?? '') !== sight.textIsNot;
  };
  if (isThere()) throw new Error(`${sight.selector} is there already`);
  const result = new Promise<number>((resolve, reject) => {
    const look = (startedAt: number) => {
      if (performance.now() - startedAt > patienceMs)
        return reject(new Error(`${sight.selector} did not come`));
      if (!isThere()) return lookNextFrame(startedAt);
      const tell = () => resolve(performance.now() - startedAt);
      if (typeof scheduler !== 'undefined') return scheduler.postTask(tell, { priority: 'user-blocking' });
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = tell;
      port2.postMessage(null);
    };
    const lookNextFrame = (startedAt: number) => requestAnimationFrame(() => look(startedAt));
    addEventListener(eventType, ({ timeStamp }) => lookNextFrame(timeStamp), { once: true, capture: true });
  });
  // Firefox's driver gives each script a global object of its own; the page's is the same for all.
  Object.assign(window, { benchResult: result });
}

/** Runs in the page that was armed. */
export function readTimer(): Promise<number> {
  return (window as unknown as { benchResult: Promise<number> }).benchResult;
}
