import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CitizenRequest } from '../../contract/types.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { rowOf } from '../requests/request-rows.ts';
import { CALM, figuresByHand, requestOf, story } from '../testing/figures-by-hand.ts';
import { onEachDatabase } from '../testing/on-each-database.ts';
import { countFigures } from './count-figures.ts';
import { COUNTED_BY, readFigures } from './read-figures.ts';

const HOUR_MS = 3_600_000;

async function keep({ db }: Context, requests: readonly CitizenRequest[]): Promise<void> {
  await db.deleteFrom('requests').execute();
  const rows = requests.map((request, nth) => ({
    citizenId: MARIA_ID,
    id: request.id,
    sequence: 1_000_000 + nth,
    ...rowOf({ request, pausedDaysLeft: null }),
  }));
  if (rows.length > 0) await db.insertInto('requests').values(rows).execute();
}

async function figuresCounted(context: Context): Promise<Record<string, unknown>> {
  await countFigures(context);
  const { rows } = await readFigures(context, COUNTED_BY);
  return Object.fromEntries(
    rows.map(({ countedBy, week, topic, service, kind, ...figures }) => {
      const keys = { all: [], week: [week], topic: [topic?.id ?? null], service: [service], kind: [kind] };
      const cell = [week, topic?.id ?? null, service];
      return [JSON.stringify([countedBy, ...{ ...keys, cell }[countedBy]]), figures];
    }),
  );
}

onEachDatabase(({ clocks, context }) => {
  it('the figures are those that somebody counts by hand, by week, topic, service, kind and cell, whatever people wrote', async () => {
    const now = clocks.officeNow();
    await fc.assert(
      fc.asyncProperty(fc.array(story, { maxLength: 30 }), async (stories) => {
        const requests = stories.map((told, nth) => requestOf(told, nth, now));
        await keep(context(), requests);
        expect(await figuresCounted(context())).toEqual(figuresByHand(requests, lisbonDate(now)));
      }),
      { numRuns: timesInLevel(8, 50) },
    );
  });

  it('they are counted at the first start, and again at each full hour', async () => {
    const request = requestOf({ ...CALM, kind: 'complaint' }, 1, clocks.officeNow());
    const waiting = async () => {
      await runDueJobs(context(), 'countFigures');
      return (await readFigures(context(), ['all'])).rows[0]?.waiting;
    };
    await keep(context(), []);
    expect(await waiting()).toBe(0);
    await keep(context(), [request]);
    expect(await waiting()).toBe(0);
    clocks.advance(HOUR_MS / 2);
    expect(await waiting()).toBe(1);
  });
});
