import type { Page } from '@playwright/test';

interface Frames {
  blank: number;
  shift: number;
}

declare global {
  interface Window {
    /** What has been seen since it was last asked. */
    seenFrames?: Frames;
  }
}

function noteFrames(): void {
  const seen = { blank: 0, shift: 0 };
  window.seenFrames = seen;
  new PerformanceObserver((list) => {
    // What a press itself moves counts too: a page that jumps under the finger jumps.
    for (const entry of list.getEntries())
      seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: false });
  const look = () => {
    const isSeen = [...document.querySelectorAll('h1')].some((heading) => heading.checkVisibility());
    if (!isSeen) seen.blank += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** From now on every frame is looked at: one in which no heading is seen is a page gone blank. */
export function watchFrames(page: Page): Promise<void> {
  return page.evaluate(noteFrames);
}

/** Frames without a heading, and how far things moved, since the last time. */
export function readFrames(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const { seenFrames } = window;
    if (!seenFrames) throw new Error('Nobody watches');
    const read = { ...seenFrames };
    Object.assign(seenFrames, { blank: 0, shift: 0 });
    return read;
  });
}

/** As on a phone that is four times slower than this machine. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
