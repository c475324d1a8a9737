import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';
import { openList } from './search.ts';

export const overview: Measurement = {
  name: 'Overview, counted anew',
  goal: 2_000,
  unit: 'ms',
  how: 'From *Enter* on its link until the tables are painted; nothing is in memory before.',
  async run(world) {
    const values: number[] = [];
    const { page, close } = await world.open();
    while (values.length < RUNS) {
      await openList(page);
      await page.getByRole('link', { name: 'Resumo dos meus pedidos' }).focus();
      values.push(
        await untilPainted(page, 'keydown', { selector: 'main table', count: 2 }, () =>
          page.keyboard.press('Enter'),
        ),
      );
    }
    await close();
    return values;
  },
};
