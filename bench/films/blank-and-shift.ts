import type { Page } from '@playwright/test';
import { filmPress, prepareStep } from '../../e2e/film-steps.ts';
import { type Film, framesOf, isBlank } from '../../e2e/record-film.ts';
import type { Step } from '../../e2e/walk-steps.ts';
import type { Measurement } from '../measurement.ts';
import { openList } from '../measurements/search.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import type { World } from '../world.ts';
import { SIGN_IN, WALK } from './steps.ts';

type Visit = 'first' | 'later';

/** A walk of a minute shows all of its steps, which are the same each time. */
const ENOUGH_RUNS = 5;
const STEADY = 0.05;
const HOW = `On a phone’s screen (360 × 780), of the worst step of signing in, the main job, *Ajuda*, *Definições* and list ↔ request; ${ENOUGH_RUNS} runs, and the goal holds for every one.`;

export const blankFirst = measureBlank('first');
export const blankLater = measureBlank('later');
export const shiftFirst = measureShift('first');
export const shiftLater = measureShift('later');

function measureBlank(visit: Visit): Measurement {
  return {
    name: `Blank frames between pages, ${visit} visit`,
    goal: 0,
    judge: 'max',
    unit: 'frames',
    how: `Frames without a heading that can be seen. ${HOW}`,
    ...worstOf(visit, (film) => framesOf(film, isBlank), 0),
  };
}

function measureShift(visit: Visit): Measurement {
  return {
    name: `Layout shift between pages, ${visit} visit`,
    goal: STEADY,
    judge: 'max',
    unit: 'shift',
    how: `All that moves from a press until the page has come to rest, also what browsers forgive in the first half second; not that a page which was scrolled gives way to another. ${HOW}`,
    ...worstOf(visit, ({ shift }) => shift, STEADY),
  };
}

interface Walked {
  visit: Visit;
  step: string;
  film: Film;
}

/** The worst step of each run; afterwards, every step that was ever too bad, and how bad. */
function worstOf(visit: Visit, figureOf: (film: Film) => number, most: number) {
  const bad = new Map<string, number>();
  return {
    async run(world: World): Promise<number[]> {
      const runs = await walkAll(world);
      for (const { step, film } of runs.flat().filter((each) => each.visit === visit)) {
        const figure = figureOf(film);
        if (figure > most) bad.set(step, Math.max(bad.get(step) ?? 0, figure));
      }
      return runs.map((run) =>
        Math.max(...run.filter((each) => each.visit === visit).map(({ film }) => figureOf(film))),
      );
    },
    afterwards: () =>
      [...bad].map(([step, figure]) => `${step}: ${Number(figure.toFixed(3))}`).join('; ') || 'No step was.',
  };
}

let walked: Promise<Walked[][]> | undefined;

/** Once for all rows. */
function walkAll(world: World): Promise<Walked[][]> {
  walked ??= (async () => {
    const runs: Walked[][] = [];
    while (runs.length < Math.min(ENOUGH_RUNS, RUNS)) runs.push(await walkBoth(world));
    return runs;
  })();
  return walked;
}

/** As somebody who has never been here, and then again with the worker at work. */
async function walkBoth({ server }: World): Promise<Walked[]> {
  const profile = makeProfile();
  const { context, page } = await openBrowser(profile, server.origin, { isPhone: true });
  const films: Walked[] = [];
  for (const step of [SIGN_IN, ...WALK])
    films.push({ visit: 'first', step: step.name, film: await filmOf(page, step) });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await openList(page);
  for (const step of WALK) films.push({ visit: 'later', step: step.name, film: await filmOf(page, step) });
  await context.close();
  profile.remove();
  return films;
}

async function filmOf(page: Page, step: Step): Promise<Film> {
  await prepareStep(page, step);
  return (await filmPress(page, step.name, step.press, step.arrived)).film;
}
