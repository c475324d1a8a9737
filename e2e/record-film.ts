import type { Page } from '@playwright/test';
import { waitForPaint } from './wait-for-paint.ts';

/** A run of frames that show the same. */
export interface Scene {
  /** The words of the heading of first level that can be seen; empty while there is none. */
  heading: string;
  isAmber: boolean;
  frames: number;
  /** The time since the film began. */
  fromMs: number;
}

export interface Film {
  scenes: Scene[];
  /** The layout shift, added up as browsers score it, right after a press too. */
  shift: number;
  /** The part of the shift that no press or key has caused. Browsers score it nearly the same way, but only within time windows. */
  unaskedShift: number;
  /** The words that moved, each with its part of the shift and the page it moved on. */
  moved: string[];
  /** The values that the progress bar of the whole request showed, each once. */
  progress: number[];
  /** How many elements were the visible heading, one after the other. */
  headings: number;
}

/** An entry of kind `layout-shift`, as Chromium gives it. */
export interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
}

declare global {
  interface Window {
    endFilm: () => Promise<Film>;
  }
}

/** Notes what each frame shows from then on, within one document. The returned function ends the film once the page has come to rest. */
export async function recordFilm(page: Page): Promise<() => Promise<Film>> {
  // What moves because of a change before belongs to no film, though it may move only now.
  await waitForPaint(page);
  await page.evaluate(beginFilm);
  return () => endFilm(page);
}

/** Films each document that is opened from then on, from its first frame. */
export async function recordStarts(page: Page): Promise<() => Promise<Film>> {
  await page.addInitScript(beginFilm);
  return () => endFilm(page);
}

function endFilm(page: Page): Promise<Film> {
  return page.evaluate(() => window.endFilm());
}

/** Runs in the page. */
function beginFilm(): void {
  const film: Film = { scenes: [], shift: 0, unaskedShift: 0, moved: [], progress: [], headings: 0 };
  /** A page to which nothing has happened for so long has come to rest. */
  const restMs = 200;
  /** As many frames as a phone draws in half a second when nothing holds it up. */
  const askedFrames = 30;
  const beginMs = performance.now();
  let changedMs = beginMs;
  let isOver = false;
  const headings = new Set<Element>();
  const shifts: LayoutShift[] = [];
  const looks: { atMs: number; heading: string }[] = [];
  const presses: number[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as LayoutShift[])));
  const changes = new MutationObserver(() => {
    changedMs = performance.now();
  });

  /**
   * In the frame in which one page gives way to another, only the foot was there before, because both pages have it. It moves to the end of the new page, and
   * the browser scores that as a shift, which does not count. Anything else that moves in that frame counts, and so does the foot in any other frame.
   */
  function isOfChange({ startTime, sources }: LayoutShift): boolean {
    const next = looks.findIndex(({ atMs }) => atMs > startTime);
    const around = next < 0 ? looks.slice(-2) : looks.slice(Math.max(0, next - 2), next + 1);
    const isOfFoot = ({ node }: { node: Node | null }) =>
      (node instanceof Element ? node : node?.parentElement)?.closest('footer');
    return around.some(({ heading }) => heading !== around[0]?.heading) && sources.every(isOfFoot);
  }

  /**
   * Browsers take a shift within half a second of a press or key for its effect. A machine that does other work as well stalls for longer, and then draws no
   * frames: what comes after few frames is the effect of the press, too.
   */
  function isAsked({ startTime, hadRecentInput }: LayoutShift): boolean {
    const pressMs = presses.findLast((atMs) => atMs <= startTime);
    if (hadRecentInput || pressMs === undefined) return hadRecentInput;
    return looks.filter(({ atMs }) => atMs > pressMs && atMs <= startTime).length < askedFrames;
  }

  function score(): void {
    for (const shift of shifts.filter((each) => !isOfChange(each))) {
      film.shift += shift.value;
      if (!isAsked(shift)) film.unaskedShift += shift.value;
      const words = shift.sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? '').join(' | ');
      const page = looks.findLast(({ atMs }) => atMs <= shift.startTime)?.heading ?? '';
      const afterMs = Math.round(shift.startTime - beginMs);
      film.moved.push(`${shift.value.toFixed(3)} after ${afterMs} ms on «${page}»: ${words}`);
    }
  }

  function findHeading(): HTMLElement | undefined {
    return [...document.querySelectorAll<HTMLElement>('main h1')].find((h1) => h1.checkVisibility());
  }

  function look(): void {
    if (isOver) return;
    const seen = findHeading();
    if (seen) headings.add(seen);
    const heading = seen?.textContent ?? '';
    looks.push({ atMs: performance.now(), heading });
    const isAmber = document.querySelector('main [class*="warning"]')?.checkVisibility() ?? false;
    const last = film.scenes.at(-1);
    if (last?.heading === heading && last.isAmber === isAmber) last.frames += 1;
    else film.scenes.push({ heading, isAmber, frames: 1, fromMs: Math.round(performance.now() - beginMs) });
    const value = document.querySelector<HTMLProgressElement>('main progress')?.value;
    if (value !== undefined && film.progress.at(-1) !== value) film.progress.push(value);
    requestAnimationFrame(look);
  }

  window.endFilm = () =>
    new Promise((resolve) => {
      requestAnimationFrame(function end() {
        if (performance.now() - changedMs < restMs) return void requestAnimationFrame(end);
        isOver = true;
        shifts.push(...(observer.takeRecords() as LayoutShift[]));
        observer.disconnect();
        changes.disconnect();
        score();
        film.headings = headings.size;
        resolve(film);
      });
    });
  observer.observe({ type: 'layout-shift' });
  for (const kind of ['pointerup', 'keydown']) {
    addEventListener(kind, ({ timeStamp }) => presses.push(timeStamp), { capture: true });
  }
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // The other page may come before the first frame that is looked at.
  looks.push({ atMs: performance.now(), heading: findHeading()?.textContent ?? '' });
  requestAnimationFrame(look);
}

export const isBlank = ({ heading }: Scene) => heading === '';

export function framesOf(film: Film, isMeant: (scene: Scene) => boolean): number {
  return film.scenes.filter(isMeant).reduce((sum, { frames }) => sum + frames, 0);
}

/** Slows the CPU down to a quarter of this machine's speed, as on a phone. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
