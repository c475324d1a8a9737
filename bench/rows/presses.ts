import { expect, type Page } from '@playwright/test';
import { DESCRIPTION, descriptionBox, goOn, pdf } from '../../e2e/steps.ts';
import { type Step, TO_DESCRIPTION, TO_RECEIVED, TO_REQUEST, toList, WRITING } from '../../e2e/walk-steps.ts';
import { untilNextPaint } from '../in-page/until-next-paint.ts';
import { type Measurement, repeat, rowsOf } from '../measurement.ts';
import { isAsked, RUNS } from '../options.ts';
import { CARD, openList, type World } from '../world.ts';
import { FOUND } from './answers.ts';

/** One press or key on a walk through the app. */
interface Press {
  name: string;
  /** Whether the first press of a page's life has code to fetch and to run. */
  bringsCode?: true;
  /** What is done on the page before, unmeasured. */
  prepare?: (page: Page) => Promise<unknown>;
  press: (page: Page) => Promise<unknown>;
  /** What the page shows then: a selector, since to look for roles and names keeps the page busy, up to 0.1 s of its press. */
  shows?: string;
}

const GOAL_MS = 100;
const GOAL_WITH_CODE_MS = 200;
/** Nobody presses before they have seen what came. */
const REST_MS = 400;
const HOW =
  'Interaction to next paint (Event Timing; what is shorter than 16 ms counts as 16) on a screen of 360 × 780';
const TOPIC_CHOSEN = '#topic-change';
const [TO_TOPIC, TO_FILES, TO_SUMMARY] = WRITING;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const arrive = (page: Page, { arrived }: Pick<Step, 'arrived'>) =>
  page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();

/** A step of the walk on which films are made; what it has to be prepared with is done by the presses before. */
const go = (name: string, step: Step): Press => ({
  name,
  async press(page) {
    await step.press(page);
    await arrive(page, step);
  },
});

async function emptySearch(page: Page): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await box.blur();
  await expect(page.locator(FOUND)).toHaveCount(0);
}

/** The main job, from the list to the receipt, and a look around among 10 000 requests. */
const WALK: readonly Press[] = [
  { ...go('*Criar pedido*', TO_DESCRIPTION), bringsCode: true },
  {
    name: 'a key in the description',
    prepare: (page) => descriptionBox(page).focus(),
    press: (page) => page.keyboard.press('R'),
  },
  {
    name: 'a kind of request',
    prepare: (page) => descriptionBox(page).fill(DESCRIPTION),
    press: (page) => page.getByText('Esclarecer uma dúvida', { exact: true }).click(),
  },
  { ...go('*Continuar* to the topic', TO_TOPIC), bringsCode: true },
  {
    name: 'a question of the topic, by key',
    prepare: (page) => page.getByLabel('Evento de vida').focus(),
    press: (page) => page.keyboard.press('ArrowDown'),
    shows: '#topic-subject',
  },
  {
    name: 'a suggestion of a topic',
    press: (page) => page.getByRole('region', { name: 'Sugestões' }).getByRole('button').first().click(),
    shows: TOPIC_CHOSEN,
  },
  {
    name: '*Não sei qual é o tema*',
    async prepare(page) {
      await button(page, 'Alterar').click();
      await button(page, 'Não sei qual é o tema').waitFor();
    },
    press: (page) => button(page, 'Não sei qual é o tema').click(),
    shows: TOPIC_CHOSEN,
  },
  { ...go('*Continuar* to the files', TO_FILES), bringsCode: true },
  {
    name: '*Escolher ficheiros*',
    async press(page) {
      const chooser = page.waitForEvent('filechooser');
      await button(page, 'Escolher ficheiros').click();
      await (await chooser).setFiles([pdf()]);
    },
    shows: 'main button:text-matches("^Remover")',
  },
  {
    name: '*Voltar* to the topic',
    async press(page) {
      await page.getByRole('link', { name: 'Voltar', exact: true }).click();
      await arrive(page, TO_TOPIC);
    },
  },
  {
    ...go('*Continuar* to the summary', TO_SUMMARY),
    bringsCode: true,
    async prepare(page) {
      await goOn(page);
      await arrive(page, TO_FILES);
    },
  },
  { ...go('*Submeter pedido*', TO_RECEIVED), bringsCode: true },
  {
    name: 'the search of the list and a key in it',
    bringsCode: true,
    async prepare(page) {
      await toList('received').press(page);
      await page.locator(CARD).first().waitFor();
      await emptySearch(page);
    },
    // The code is fetched when the box is entered: whoever then types at once waits for it.
    async press(page) {
      await page.getByRole('searchbox').click();
      await page.keyboard.press('p');
    },
    shows: FOUND,
  },
  {
    name: '*Mostrar mais*',
    prepare: emptySearch,
    async press(page) {
      const cards = page.locator(CARD);
      const before = await cards.count();
      await button(page, 'Mostrar mais em «Em curso»').click();
      await cards.nth(before).waitFor();
    },
  },
  { ...go('opening a request', TO_REQUEST), bringsCode: true },
  {
    name: '*Responder*',
    bringsCode: true,
    press: (page) => button(page, 'Responder').click(),
    shows: 'main textarea',
  },
  {
    name: '*Voltar à lista de pedidos*',
    press: (page) => page.getByRole('link', { name: 'Voltar à lista de pedidos' }).click(),
    shows: CARD,
  },
];

type Time = 'first' | 'later';
const nameOf = ({ name }: Press, time: Time) => `Press: ${name}, ${time}`;

/** Whoever asks for one row need not wait for what comes after it. */
const LAST = WALK.findLastIndex(
  (press) => isAsked(nameOf(press, 'first')) || isAsked(nameOf(press, 'later')),
);

/** Two walks in the life of one page, by the names of the rows. */
function walkTwice(world: World): Promise<Map<string, number>> {
  return world.visit(
    async ({ page }) => {
      const figures = new Map<string, number>();
      await openList(page);
      for (const time of ['first', 'later'] as const)
        for (const press of WALK.slice(0, LAST + 1))
          figures.set(nameOf(press, time), await measure(page, press));
      return figures;
    },
    { isPhone: true },
  );
}

async function measure(page: Page, { prepare, press, shows }: Press): Promise<number> {
  await prepare?.(page);
  await page.waitForTimeout(REST_MS);
  return untilNextPaint(page, async () => {
    await press(page);
    if (shows) await page.locator(shows).first().waitFor();
  });
}

const rowOf = (press: Press, time: Time, goal: number, how: string) => ({
  name: nameOf(press, time),
  goal,
  unit: 'ms' as const,
  how,
  figureOf: (figures: Map<string, number>) => figures.get(nameOf(press, time)) ?? Number.NaN,
});

/** Two rows for each press: the first in the life of a page, and a later one of the same page. */
export const presses: readonly Measurement[] = rowsOf(
  (world) => repeat(RUNS, () => walkTwice(world)),
  WALK.flatMap((press) => {
    const { bringsCode } = press;
    const first = `${HOW}; the first since the page was opened${bringsCode ? ', with its code still to come' : ''}.`;
    return [
      rowOf(press, 'first', bringsCode ? GOAL_WITH_CODE_MS : GOAL_MS, first),
      rowOf(press, 'later', GOAL_MS, 'As above, again on the same page.'),
    ];
  }),
);
