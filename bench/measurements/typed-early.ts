import type { Measurement } from '../measurement.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openSlowLine } from '../slow-line.ts';
import { DESCRIPTION } from './first-field.ts';

const TEXT = 'Recebi uma nota de cobrança e não a percebo';
const BETWEEN_KEYS_MS = 80;
/** For the app to begin, wherever it has not yet. */
const AFTER_MS = 1_500;

export const typedEarly: Measurement = {
  name: 'Letters lost of what is typed at once',
  goal: 0,
  judge: 'max',
  unit: 'letters',
  how: `Slow 4G, first visit: ${TEXT.length} letters are typed into the description from the moment that it can be typed into; how many of them are not there once the app runs. The goal holds for every run.`,
  async run({ server }) {
    const values: number[] = [];
    while (values.length < RUNS) {
      const line = await openSlowLine(server.origin);
      const profile = makeProfile();
      const { context, page } = await openBrowser(profile, line.origin);
      await page.goto(DESCRIPTION.path, { waitUntil: 'commit' });
      const box = page.locator(DESCRIPTION.field);
      await box.focus();
      await page.keyboard.type(TEXT, { delay: BETWEEN_KEYS_MS });
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(AFTER_MS);
      values.push(countLost(TEXT, await box.inputValue()));
      await context.close();
      profile.remove();
      line.close();
    }
    return values;
  },
};

/** Letters of what was typed that do not stand, in their order, in what is there. */
function countLost(typed: string, there: string): number {
  const rest = [...there];
  return [...typed].filter((letter) => {
    const at = rest.indexOf(letter);
    if (at >= 0) rest.splice(0, at + 1);
    return at < 0;
  }).length;
}
