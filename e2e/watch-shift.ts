import type { Page } from '@playwright/test';
import type { LayoutShift } from './record-film.ts';
import { waitForPaint } from './wait-for-paint.ts';

/** What a citizen sees from a press on, noted frame by frame. */
interface Watched {
  /** The whole layout shift, with the half second after a press that the browsers' own score leaves out. */
  shift: number;
  /** What the article says about its state, each sentence once and in order. */
  lines: string[];
  /** The buttons and links under the place of the press, each once and in order. */
  underFinger: string[];
  /** Frames in which `main` had no article. */
  blankFrames: number;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

/** Watches from the next press on, on a CPU slowed down to a cheap phone's. */
export async function watchShift(page: Page, article: string, line: RegExp): Promise<() => Promise<Watched>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(beginWatching, { article, line: line.source });
  return async () => {
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    // What a frame shows is noted in the next one, and the browser reports a layout shift after it.
    await waitForPaint(page);
    return page.evaluate(() => window.watched);
  };
}

/** Runs in the page. */
function beginWatching({ article, line }: { article: string; line: string }): void {
  const watched: Watched = { shift: 0, lines: [], underFinger: [], blankFrames: 0 };
  window.watched = watched;
  addEventListener(
    'pointerdown',
    ({ clientX, clientY }) => {
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries() as LayoutShift[]) watched.shift += value;
      }).observe({ type: 'layout-shift' });
      requestAnimationFrame(function look() {
        const articles = [...document.querySelectorAll('main article')];
        if (articles.length === 0) watched.blankFrames += 1;
        const own = articles.find((each) => each.querySelector('h3')?.textContent === article);
        const said = new RegExp(line).exec(own?.textContent ?? '')?.[0];
        if (said && watched.lines.at(-1) !== said) watched.lines.push(said);
        const pressable = document.elementFromPoint(clientX, clientY)?.closest('button, a, summary');
        const name = pressable?.textContent ?? '';
        if (watched.underFinger.at(-1) !== name) watched.underFinger.push(name);
        requestAnimationFrame(look);
      });
    },
    { once: true, capture: true },
  );
}
