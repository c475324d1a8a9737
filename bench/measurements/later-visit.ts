import type { Measurement } from '../measurement.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openSlowLine } from '../slow-line.ts';
import { untilShown } from '../until-shown.ts';
import { DESCRIPTION } from './first-field.ts';

export const laterVisit: Measurement = {
  name: 'First editable field, later visit',
  goal: 600,
  unit: 'ms',
  how: 'Slow 4G, the same field in a browser started anew and come to rest, whose profile holds the worker of an earlier visit.',
  async run({ server }) {
    const { path, field } = DESCRIPTION;
    const line = await openSlowLine(server.origin);
    const profile = makeProfile();
    const first = await openBrowser(profile, line.origin);
    await untilShown(first.page, path, field);
    await first.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await first.context.close();
    const values: number[] = [];
    while (values.length < RUNS) {
      const { context, page } = await openBrowser(profile, line.origin);
      values.push(await untilShown(page, path, field));
      await context.close();
    }
    profile.remove();
    line.close();
    return values;
  },
};
