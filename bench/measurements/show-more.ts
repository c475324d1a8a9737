import { type Measurement, RUNS } from '../measurement.ts';
import { untilPainted } from '../until-painted.ts';
import { openList } from './search.ts';

const PAGE_SIZE = 50;

export const showMore: Measurement = {
  name: 'Mostrar mais',
  goal: 100,
  unit: 'ms',
  how: 'From the press until fifty more cards are painted, from 50 to 1 050 of them.',
  async run(world) {
    const { page, close } = await world.open();
    await openList(page);
    const button = page.getByRole('button', { name: 'Mostrar mais em «Em curso»' });
    await button.waitFor();
    const values: number[] = [];
    while (values.length < RUNS) {
      const before = await page.locator('main li h3').count();
      await button.focus();
      values.push(
        await untilPainted(page, 'keydown', { selector: 'main li h3', count: before + PAGE_SIZE }, () =>
          page.keyboard.press('Enter'),
        ),
      );
      await page.waitForTimeout(300);
    }
    await close();
    return values;
  },
};
