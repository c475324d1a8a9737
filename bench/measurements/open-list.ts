import { expect } from '@playwright/test';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';
import { CARDS_IN_VIEW, openList } from './search.ts';

export const openListAgain: Measurement = {
  name: 'Opening the list',
  goal: 100,
  unit: 'ms',
  how: 'From *Enter* on *Os meus pedidos* in the menu, on another page, until as many cards as a screen holds are painted; its code is loaded already.',
  async run(world) {
    const { page, close } = await world.open();
    await openList(page);
    const menu = page.getByRole('navigation');
    const values: number[] = [];
    while (values.length < RUNS) {
      await page.getByRole('link', { name: 'Ajuda' }).first().click();
      await expect(page.locator('main li h3')).toHaveCount(0);
      await page.waitForTimeout(500);
      const link = menu.getByRole('link', { name: 'Os meus pedidos' });
      await link.focus();
      const sight = { selector: 'main li h3', count: CARDS_IN_VIEW };
      values.push(await untilPainted(page, 'keydown', sight, () => page.keyboard.press('Enter')));
    }
    await close();
    return values;
  },
};
