import type { Page } from '@playwright/test';
import { waitForPaint } from '../wait-for-paint.ts';

const MAX_TABS = 80;

/** Tabs through the page: at every stop there is a ring, and nothing lies over what has the focus. */
export async function walkFocus(page: Page): Promise<string[]> {
  const problems = new Set<string>();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stops = 0; stops < MAX_TABS; stops += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(judgeFocus, false);
    if (found === 'outside' || found === 'seen') break;
    // Something that lies over the element may make room in the next frame, which a busy machine draws late.
    if (found.length > 0) await waitForPaint(page);
    const lasting = found.length > 0 ? await page.evaluate(judgeFocus, true) : [];
    if (typeof lasting !== 'string') for (const problem of lasting) problems.add(problem);
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked');
  });
  return [...problems];
}

/** Runs in the page. `outside`: the browser's own bar has the focus. `seen`: the walk has come round once. `isAgain`: the same stop is judged a second time. */
function judgeFocus(isAgain: boolean): string[] | 'outside' | 'seen' {
  const MIN_RING_PX = 2;
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return 'outside';
  // The radio buttons of a group are one stop, and the arrow keys may have led to another of them. The controls inside a film are each a stop of their own,
  // with the film as the active element.
  if (element.dataset.walked && !isAgain) return element instanceof HTMLMediaElement ? [] : 'seen';
  element.dataset.walked = 'yes';
  const problems: string[] = [];
  const name = `${element.tagName.toLowerCase()} «${(element.textContent?.trim() || element.id).slice(0, 40)}»`;

  // The ring of a card's link surrounds the whole card.
  const hasRing = [element, element.parentElement, element.closest('li')].some((each) => {
    if (!each) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= MIN_RING_PX;
  });
  if (!hasRing) problems.push(`${name} shows no focus`);

  const { left, right, top, bottom } = element.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const onTop = document.elementFromPoint(x, y);
  const isOurs =
    onTop && (element.contains(onTop) || onTop.contains(element) || onTop.closest('label') !== null);
  if (bottom <= 0 || top >= innerHeight || !isOurs) problems.push(`${name} has the focus but cannot be seen`);
  return problems;
}
