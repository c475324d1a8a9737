import type { Locator } from '@playwright/test';

/** Returns where the element stands, in pixels from the page's corner, however far the page is scrolled. */
export function placeOnPage(locator: Locator) {
  return locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left + scrollX, top: top + scrollY, right: right + scrollX, bottom: bottom + scrollY };
  });
}
