import type { Page } from '@playwright/test';
import { filmPress, prepareStep } from '../../e2e/film-steps.ts';
import { type Film, framesOf, isBlank } from '../../e2e/record-film.ts';
import { fillCredentials } from '../../e2e/steps.ts';
import {
  type Step,
  TO_DESCRIPTION,
  TO_LIST,
  TO_RECEIVED,
  TO_REQUEST,
  TO_SETTINGS,
  toHelp,
  toList,
  WRITING,
} from '../../e2e/walk-steps.ts';
import { type Measurement, type Row, repeat, rowsOf } from '../measurement.ts';
import { untilWorkerIsReady, withNewBrowser } from '../open-browser.ts';
import { RUNS } from '../options.ts';
import { openList, type World } from '../world.ts';

type Visit = 'first' | 'later';
type Films = Record<Visit, { step: string; film: Film }[]>;

/** A walk of a minute shows all of its steps, which are the same each time. */
const ENOUGH_RUNS = 5;
const STEADY = 0.05;
const HOW = `On a phone’s screen (360 × 780), of the worst step of signing in, the main job, *Ajuda*, *Definições* and list ↔ request; ${ENOUGH_RUNS} runs, and the goal holds for every one.`;

const SIGN_IN: Step = {
  ...TO_LIST,
  name: 'sign-in › list',
  prepare: async (page) => {
    await page.goto('/entrar');
    await fillCredentials(page);
    await page.getByRole('button', { name: 'Entrar', exact: true }).click();
    await TO_LIST.prepare?.(page);
  },
};

/** The main job, and a look around after it. */
const WALK: readonly Step[] = [
  TO_DESCRIPTION,
  ...WRITING,
  TO_RECEIVED,
  toHelp('received'),
  TO_SETTINGS,
  toList('settings'),
  TO_REQUEST,
  { name: 'request › list, back', press: (page) => page.goBack(), arrived: TO_LIST.arrived },
];

/** As somebody who has never been here, and then again with the worker at work. */
function walkBoth({ server }: World): Promise<Films> {
  const walk = async ({ page }: { page: Page }) => {
    const first = await filmAll(page, [SIGN_IN, ...WALK]);
    await untilWorkerIsReady(page);
    await page.reload();
    await openList(page);
    return { first, later: await filmAll(page, WALK) };
  };
  return withNewBrowser(server.origin, walk, { isPhone: true });
}

function filmAll(page: Page, steps: readonly Step[]): Promise<Films[Visit]> {
  return repeat(steps.length, async (n) => {
    const step = steps[n] ?? SIGN_IN;
    await prepareStep(page, step);
    const { film } = await filmPress(page, step.name, step.press, step.arrived);
    return { step: step.name, film };
  });
}

/** The worst step of each run; afterwards, every step that was ever too bad, and how bad. */
function worstOf(visit: Visit, row: Omit<Row, 'judge' | 'afterwards'>, measure: (film: Film) => number) {
  const bad = new Map<string, number>();
  return {
    ...row,
    name: `${row.name}, ${visit} visit`,
    how: `${row.how} ${HOW}`,
    judge: 'max' as const,
    figureOf(films: Films): number {
      const figures = films[visit].map(({ step, film }) => ({ step, figure: measure(film) }));
      for (const { step, figure } of figures)
        if (figure > row.goal) bad.set(step, Math.max(bad.get(step) ?? 0, figure));
      return Math.max(...figures.map(({ figure }) => figure));
    },
    afterwards: () =>
      [...bad].map(([step, figure]) => `${step}: ${Number(figure.toFixed(3))}`).join('; ') || 'No step was.',
  };
}

const BLANK = {
  name: 'Blank frames between pages',
  goal: 0,
  unit: 'frames',
  how: 'Frames without a heading that can be seen.',
} as const;
const SHIFT = {
  name: 'Layout shift between pages',
  goal: STEADY,
  unit: 'shift',
  how: 'All that moves from a press until the page has come to rest, also what browsers forgive in the first half second; not that a page which was scrolled gives way to another.',
} as const;
const VISITS = ['first', 'later'] as const;

export const films: readonly Measurement[] = rowsOf(
  (world) => repeat(Math.min(ENOUGH_RUNS, RUNS), () => walkBoth(world)),
  [
    ...VISITS.map((visit) => worstOf(visit, BLANK, (film) => framesOf(film, isBlank))),
    ...VISITS.map((visit) => worstOf(visit, SHIFT, ({ shift }) => shift)),
  ],
);
