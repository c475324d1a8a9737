import type { Page } from '@playwright/test';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import type { LayoutShift } from '../record-film.ts';
import { heading } from '../steps.ts';
import { waitForPaint } from '../wait-for-paint.ts';

const STEADY = 0.01;
/**
 * A fallback font is scaled by one figure for all letters, so a long page cannot break every paragraph at the same words: one text of twenty may take more or
 * fewer lines.
 */
const REFLOWED_MAX = 0.05;
const PAGES = [
  ['/entrar', 'Iniciar sessão', 0],
  ['/ajuda', 'Ajuda', REFLOWED_MAX],
  ['/privacidade', 'Privacidade', REFLOWED_MAX],
  ['/acessibilidade', 'Acessibilidade', REFLOWED_MAX],
] as const;

declare global {
  interface Window {
    /** What moved from the moment when the fonts come, right after a press too. */
    shiftsOfLetters: { value: number; what: (string | undefined)[] }[];
  }
}

interface Text {
  words: string;
  /** Tells texts with the same words apart. */
  ordinal: number;
  lines: number;
}

/** Returns how many lines each text takes. */
function countLines(page: Page): Promise<Text[]> {
  return page.evaluate(() => {
    const found: Text[] = [];
    const ordinals = new Map<string, number>();
    const texts = document.createTreeWalker(document.querySelector('#app') as Node, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (tops.length === 0) continue;
      const words = text.textContent ?? '';
      const ordinal = (ordinals.get(words) ?? 0) + 1;
      ordinals.set(words, ordinal);
      found.push({ words, ordinal, lines: new Set(tops).size });
    }
    return found;
  });
}

/** Returns the texts that take more or fewer lines than before. The app may come meanwhile and bring texts that were not there before. */
function brokenOtherwise(before: readonly Text[], after: readonly Text[]): Text[] {
  return after.filter(({ words, ordinal, lines }) =>
    before.some((text) => text.words === words && text.ordinal === ordinal && text.lines !== lines),
  );
}

for (const width of [360, 1280]) {
  const tag = width === 360 ? GATE_TAGS : ALL_TAG;
  for (const [path, title, broken] of PAGES) {
    test(`at ${width} px nothing moves at ${path} when the letters come`, { tag }, async ({ page }) => {
      await page.setViewportSize({ width, height: 780 });
      let letCome: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        letCome = resolve;
      });
      await page.route(/\.woff2$/, async (route) => {
        await held;
        await route.continue();
      });
      // A page counts as loaded only once the fonts that it preloads have come.
      await page.goto(path, { waitUntil: 'commit' });
      await expect(heading(page, title)).toBeVisible();
      await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loading');
      const before = await countLines(page);
      await page.evaluate(() => {
        window.shiftsOfLetters = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries() as LayoutShift[])
            window.shiftsOfLetters.push({
              value,
              what: sources.map(({ node }) => node?.textContent?.slice(0, 60)),
            });
        }).observe({ type: 'layout-shift' });
      });
      letCome();
      await page.evaluate(async () => void (await document.fonts.ready));
      // The browser reports a layout shift after the frame that shows it.
      await waitForPaint(page);
      expect(await page.evaluate(() => document.fonts.check('1rem "Noto Sans Variable"'))).toBe(true);
      const after = await countLines(page);
      const otherwise = brokenOtherwise(before, after);
      expect(otherwise.length / after.length, JSON.stringify(otherwise)).toBeLessThanOrEqual(broken);
      const shifts = await page.evaluate(() => window.shiftsOfLetters);
      const moved = shifts.reduce((sum, { value }) => sum + value, 0);
      expect(moved, JSON.stringify(shifts)).toBeLessThanOrEqual(STEADY);
    });
  }
}
