import { expect } from '@playwright/test';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';
import { FOUND, foundText, openList } from './search.ts';

export const filter: Measurement = {
  name: 'Filter: another state',
  goal: 100,
  unit: 'ms',
  how: 'From the choice until its results and counts are painted.',
  async run(world) {
    const { page, close } = await world.open();
    await openList(page);
    await page.getByRole('button', { name: 'Filtros' }).click();
    const state = page.getByLabel('Estado');
    await state.selectOption('closed');
    await expect(page.locator(FOUND)).toBeVisible();
    await page.waitForTimeout(5_000);
    const values: number[] = [];
    while (values.length < RUNS) {
      const textIsNot = await foundText(page);
      const next = values.length % 2 === 0 ? 'inReview' : 'closed';
      values.push(
        await untilPainted(page, 'change', { selector: FOUND, textIsNot }, () => state.selectOption(next)),
      );
      await page.waitForTimeout(600);
    }
    await close();
    return values;
  },
};
