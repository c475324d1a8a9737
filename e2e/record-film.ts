import type { Page } from '@playwright/test';

/** Frames that showed the same, one after the other. */
export interface Scene {
  /** The words of the heading of first level that can be seen; empty while there is none. */
  heading: string;
  isAmber: boolean;
  frames: number;
  /** Since watching began. */
  fromMs: number;
}

export interface Film {
  scenes: Scene[];
  /** What moved, added up as browsers score it, also right after a press. */
  shift: number;
  /** The words of what moved, and how much of the shift came with it. */
  moved: string[];
  /** What the bar of the whole request showed, each value once. */
  progress: number[];
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

declare global {
  interface Window {
    endFilm: () => Film;
  }
}

/** Notes what each frame shows from now on, within one document; answers how to end. */
export async function recordFilm(page: Page): Promise<() => Promise<Film>> {
  await page.evaluate(beginFilm);
  return () => page.evaluate(() => window.endFilm());
}

/** Runs in the page. */
function beginFilm(): void {
  const film: Film = { scenes: [], shift: 0, moved: [], progress: [] };
  const beginMs = performance.now();
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  let isOver = false;

  function note(entries: PerformanceEntryList): void {
    for (const { value, sources } of entries as LayoutShift[]) {
      film.shift += value;
      const words = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? '');
      film.moved.push(`${value.toFixed(3)}: ${words.join(' | ')}`);
    }
  }

  function look(): void {
    if (isOver) return;
    const seen = [...document.querySelectorAll<HTMLElement>('main h1')].find((h1) => h1.checkVisibility());
    const heading = seen?.textContent ?? '';
    const isAmber = document.querySelector('main [class*="warning"]')?.checkVisibility() ?? false;
    const last = film.scenes.at(-1);
    if (last?.heading === heading && last.isAmber === isAmber) last.frames += 1;
    else film.scenes.push({ heading, isAmber, frames: 1, fromMs: Math.round(performance.now() - beginMs) });
    const value = document.querySelector<HTMLProgressElement>('main progress')?.value;
    if (value !== undefined && film.progress.at(-1) !== value) film.progress.push(value);
    requestAnimationFrame(look);
  }

  window.endFilm = () => {
    isOver = true;
    note(observer.takeRecords());
    observer.disconnect();
    return film;
  };
  observer.observe({ type: 'layout-shift' });
  requestAnimationFrame(look);
}

export const isBlank = ({ heading }: Scene) => heading === '';

export function framesOf(film: Film, isMeant: (scene: Scene) => boolean): number {
  return film.scenes.filter(isMeant).reduce((sum, { frames }) => sum + frames, 0);
}

/** As on a phone that is four times slower than this machine. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
