import type { Page } from '@playwright/test';
import { filmPress, prepareStep } from '../../e2e/film-steps.ts';
import { type Film, framesOf, isBlank } from '../../e2e/record-film.ts';
import { fillCredentials } from '../../e2e/steps.ts';
import { type Step, TO_LIST } from '../../e2e/walk-steps.ts';
import { type Measurement, type Row, repeat, rowsOf } from '../measurement.ts';
import { untilWorkerIsReady, withNewBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openList, type World } from '../world.ts';
import { type Press, WALK } from './walk.ts';

type Filmed = { step: string; film: Film }[];
type Visit = 'first' | 'later';

/** A walk of a minute shows all of its steps, which are the same each time. */
const ENOUGH_RUNS = 5;
const HOW = `On a phone’s screen (360 × 780), of the worst step of signing in, the main job, *Ajuda*, *Definições* and list ↔ request; ${ENOUGH_RUNS} runs, and the goal holds for every one.`;

const SIGN_IN: Step = {
  ...TO_LIST,
  name: 'signing in',
  prepare: async (page) => {
    await page.goto('/entrar');
    await fillCredentials(page);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await TO_LIST.prepare?.(page);
  },
};

/** As somebody who has never been here, and then again with the worker at work. */
function walkBoth({ server }: World): Promise<Record<Visit, Filmed>> {
  const walk = async ({ page }: { page: Page }) => {
    const first = await filmAll(page, [SIGN_IN, ...WALK]);
    await untilWorkerIsReady(page);
    await page.reload();
    await openList(page);
    return { first, later: await filmAll(page, WALK) };
  };
  return withNewBrowser(server.origin, walk, { isPhone: true });
}

/** What leads to another page; the rest of the walk is done on the way. */
async function filmAll(page: Page, presses: readonly Press[]): Promise<Filmed> {
  const films: Filmed = [];
  for (const press of presses) {
    await prepareStep(page, press);
    if (press.arrived)
      films.push({ step: press.name, ...(await filmPress(page, press.name, press.press, press.arrived)) });
    else await press.press(page);
    if (press.shows) await page.locator(press.shows).first().waitFor();
  }
  return films;
}

/** The worst step of each run; afterwards, every step that was ever too bad, and how bad. */
function worstOf(row: Omit<Row, 'judge' | 'afterwards'>, figureOf: (film: Film) => number) {
  return (['first', 'later'] as const).map((visit) => {
    const bad = new Map<string, number>();
    return {
      ...row,
      name: `${row.name}, ${visit} visit`,
      how: `${row.how} ${HOW}`,
      judge: 'max' as const,
      figureOf(films: Record<Visit, Filmed>): number {
        const figures = films[visit].map(({ step, film }) => ({ step, figure: figureOf(film) }));
        for (const { step, figure } of figures)
          if (figure > row.goal) bad.set(step, Math.max(bad.get(step) ?? 0, figure));
        return Math.max(...figures.map(({ figure }) => figure));
      },
      afterwards: () =>
        [...bad].map(([step, figure]) => `${step}: ${Number(figure.toFixed(3))}`).join('; ') ||
        'No step was.',
    };
  });
}

export const films: readonly Measurement[] = rowsOf(
  (world) => repeat(Math.min(ENOUGH_RUNS, RUNS), () => walkBoth(world)),
  [
    ...worstOf(
      {
        name: 'Blank frames between pages',
        goal: 0,
        unit: 'frames',
        how: 'Frames without a heading that can be seen.',
      },
      (film) => framesOf(film, isBlank),
    ),
    ...worstOf(
      {
        name: 'Layout shift between pages',
        goal: 0.05,
        unit: 'shift',
        how: 'All that moves from a press until the page has come to rest, also what browsers forgive in the first half second; not that a page which was scrolled gives way to another.',
      },
      ({ shift }) => shift,
    ),
  ],
);
