import type { Measurement } from '../measurement.ts';
import { makeProfile, type Opened, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openSlowLine } from '../slow-line.ts';
import { untilShown } from '../until-shown.ts';

/** The way in for whoever has not signed in; it leads to the first step of a new draft. */
const START = '/rascunhos/novo?convidado=sim';
const FIELD = 'textarea#description:enabled';

export const firstFieldCold: Measurement = {
  name: 'First editable field, first visit',
  goal: 2_500,
  unit: 'ms',
  how: 'Slow 4G (1.6 Mbit/s, 150 ms), an empty profile: from the start of the navigation until the description of a draft begun without signing in is painted.',
  async run({ server }) {
    const line = await openSlowLine(server.origin);
    const values: number[] = [];
    while (values.length < RUNS) {
      const profile = makeProfile();
      const { context, page } = await openBrowser(profile, line.origin);
      values.push(await untilShown(page, START, FIELD));
      await context.close();
      profile.remove();
    }
    line.close();
    return values;
  },
};

export const firstFieldWarm: Measurement = {
  name: 'First editable field, later visit',
  goal: 800,
  unit: 'ms',
  how: 'As above in a browser started anew and come to rest, whose profile holds the worker of an earlier visit.',
  async run({ server }) {
    const line = await openSlowLine(server.origin);
    const profile = makeProfile();
    const first = await openBrowser(profile, line.origin);
    await untilShown(first.page, START, FIELD);
    await untilWorkerIsReady(first);
    await first.context.close();
    const values: number[] = [];
    while (values.length < RUNS) {
      const { context, page } = await openBrowser(profile, line.origin);
      values.push(await untilShown(page, START, FIELD));
      await context.close();
    }
    profile.remove();
    line.close();
    return values;
  },
};

async function untilWorkerIsReady({ page }: Opened): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
