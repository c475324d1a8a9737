import { expect, type Locator, type Page } from '@playwright/test';

export const MAX_TABS = 60;

/** Presses Tab until the control has the focus, as a person without a pointer does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MAX_TABS; presses += 1) {
    const isThere = await target.evaluate((element) => element === document.activeElement).catch(() => false);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
