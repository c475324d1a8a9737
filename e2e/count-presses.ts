import { expect, type Locator } from '@playwright/test';

/**
 * Acts like a thumb on a phone, and counts. Presses on buttons, links and choices count; taps into fields, keys and presses in the system's own file picker do
 * not.
 */
export function countPresses() {
  const done = { presses: 0, scrolledPx: 0 };

  /** Scrolls as far as the thumb has to move the page until the whole control is seen. */
  async function reach(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    done.scrolledPx += await control.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const away = bottom > innerHeight ? bottom - innerHeight : Math.min(top, 0);
      scrollBy({ top: away, behavior: 'instant' });
      return Math.abs(away);
    });
  }
  async function press(control: Locator): Promise<void> {
    await reach(control);
    await control.tap();
    done.presses += 1;
  }
  return { done, reach, press };
}
