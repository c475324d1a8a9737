import { expect } from '@playwright/test';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';
import { FOUND, openList } from './search.ts';

export const firstSearch: Measurement = {
  name: 'Search: the first key after opening the list',
  goal: 2_000,
  unit: 'ms',
  how: 'From the first key until the first results, while everything is still being read into memory.',
  async run(world) {
    const values: number[] = [];
    const { page, close } = await world.open();
    while (values.length < RUNS) {
      // Over another page: a list that is loaded again still holds what was searched.
      await page.goto('/ajuda');
      await openList(page);
      await expect(page.locator(FOUND)).toHaveCount(0);
      await page.getByRole('searchbox').focus();
      values.push(
        await untilPainted(page, 'keydown', { selector: FOUND, textIsNot: '' }, () =>
          page.keyboard.press('p'),
        ),
      );
    }
    await close();
    return values;
  },
};
