import type { Measurement } from '../measurement.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openSlowLine } from '../slow-line.ts';

/** It is the same every time, unless something that loads late were missed. */
const ENOUGH_RUNS = 3;
const BYTES_PER_KB = 1024;

export const bytesAsServed: Measurement = {
  name: 'Bytes as served, first visit of sign-in',
  goal: 180,
  unit: 'kB',
  how: `Page, scripts, style sheets, words and fonts as they go over the line until the network is idle, compressed or not as the server sends them, without what the worker fetches on its own; in kB of 1024 bytes. ${ENOUGH_RUNS} runs: the sizes are those of files.`,
  async run({ server }) {
    const values: number[] = [];
    while (values.length < Math.min(ENOUGH_RUNS, RUNS)) {
      const line = await openSlowLine(server.origin);
      const profile = makeProfile();
      const { context, page } = await openBrowser(profile, line.origin);
      await page.goto('/entrar', { waitUntil: 'networkidle' });
      values.push(line.pageBytes() / BYTES_PER_KB);
      await context.close();
      profile.remove();
      line.close();
    }
    return values;
  },
};
