import { expect } from '@playwright/test';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';
import { openList } from './search.ts';

/** *O que pode fazer* is the last part of the page, which is drawn whole; the list stays until then, and has headings too. */
export const LAST_PART = '#request-actions';

export const openRequest: Measurement = {
  name: 'Opening a request',
  goal: 100,
  unit: 'ms',
  how: 'From *Enter* on its link until all its parts are painted; its code is loaded already.',
  async run(world) {
    const { page, close } = await world.open();
    await openList(page);
    const values: number[] = [];
    // The first one loads the code and is not counted.
    for (let run = 0; run <= RUNS; run += 1) {
      const link = page.locator('main li h3 a').nth(run);
      await link.focus();
      const sight = { selector: LAST_PART, count: 1 };
      const ms = await untilPainted(page, 'keydown', sight, () => page.keyboard.press('Enter'));
      if (run > 0) values.push(ms);
      await page.goBack();
      await expect(page.locator('main li h3').nth(RUNS)).toBeVisible();
      await page.waitForTimeout(300);
    }
    await close();
    return values;
  },
};
