import { expect, type Locator } from '@playwright/test';

/**
 * A thumb on a phone, and what it has done. A press is one on a button, a link or a choice; taps into fields, keys and what the system's own
 * picker of files asks for are none.
 */
export function countPresses() {
  const done = { presses: 0, scrolledPx: 0 };

  /** As far as a thumb has to move the page to see it whole. */
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
