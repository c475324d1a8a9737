import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';
import { CARDS_IN_VIEW, openList } from './search.ts';

export const showMore: Measurement = {
  name: 'Mostrar mais',
  goal: 100,
  unit: 'ms',
  how: 'From the press until the next cards, as many as a screen holds, are painted; fifty more each time, up to 1 050.',
  async run(world) {
    const { page, close } = await world.open();
    await openList(page);
    const button = page.getByRole('button', { name: 'Mostrar mais em «Em curso»' });
    await button.waitFor();
    const values: number[] = [];
    while (values.length < RUNS) {
      // The cards out of view are drawn a little later, without a press, and must not be taken for its answer.
      await page.waitForTimeout(1_000);
      const before = await page.locator('main li h3').count();
      await button.focus();
      values.push(
        await untilPainted(page, 'keydown', { selector: 'main li h3', count: before + CARDS_IN_VIEW }, () =>
          page.keyboard.press('Enter'),
        ),
      );
    }
    await close();
    return values;
  },
};
