import { expect, type Page } from '@playwright/test';
import { prepareStep } from '../../e2e/film-steps.ts';
import { type Measurement, type Row, repeat } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { type EventType, type Sight, untilPainted } from '../until-painted.ts';
import { CARD, openList } from '../world.ts';

const WORD = 'prova';
/** More than a screen shows at once. */
const CARDS_IN_VIEW = 6;
export const FOUND = '#found-heading';
/** *O que pode fazer* is the last part of the page, which is drawn whole; the list stays until then, and has headings too. */
const LAST_PART = '#request-actions';
/** Six keys a second: faster than most people type. */
const BETWEEN_KEYS_MS = 160;
/** For what a press has set going. */
const REST_MS = 600;
const READ_IN_MS = 60_000;

interface Answer extends Omit<Row, 'unit'> {
  /** Once, on the list. */
  begin?: (page: Page) => Promise<unknown>;
  /** Before each press; answers what the press is to bring. */
  prepare: (page: Page, run: number) => Promise<Sight>;
  eventType?: EventType;
  /** *Enter*, where nothing else is said. */
  press?: (page: Page, run: number) => Promise<unknown>;
}

const letterOf = (run: number) => WORD[run % WORD.length] ?? '';
const searchBox = (page: Page) => page.getByRole('searchbox');
const anotherText = async (page: Page): Promise<Sight> => ({
  selector: FOUND,
  textIsNot: (await page.locator(FOUND).allTextContents()).join(''),
});

async function readIn(page: Page): Promise<void> {
  await searchBox(page).fill('abono');
  await expect(page.locator(FOUND)).toBeVisible();
  const reading = page.getByText('Ainda estamos a procurar nas mensagens.');
  await expect(reading).toHaveCount(0, { timeout: READ_IN_MS });
}

async function emptySearch(page: Page): Promise<void> {
  await searchBox(page).fill('abono');
  await page.waitForTimeout(REST_MS);
  await searchBox(page).fill('');
  await expect(page.locator(FOUND)).toHaveCount(0);
}

const ANSWERS: readonly Answer[] = [
  {
    name: 'Opening the list',
    goal: 100,
    how: 'From *Enter* on *Os meus pedidos* in the menu, on another page, until as many cards as a screen holds are painted; its code is loaded already.',
    async prepare(page) {
      await page.getByRole('link', { name: 'Ajuda' }).first().click();
      await expect(page.locator(CARD)).toHaveCount(0);
      await page.waitForTimeout(REST_MS);
      await page.getByRole('navigation').getByRole('link', { name: 'Os meus pedidos' }).focus();
      return { selector: CARD, count: CARDS_IN_VIEW };
    },
  },
  {
    name: 'Opening a request',
    goal: 100,
    how: 'From *Enter* on its link until all its parts are painted; its code is loaded already.',
    async prepare(page, run) {
      if (run > 0) await page.goBack();
      const link = page.locator(`${CARD} a`).nth(run);
      await expect(link).toBeVisible();
      await page.waitForTimeout(REST_MS);
      await link.focus();
      return { selector: LAST_PART, count: 1 };
    },
  },
  {
    name: 'Mostrar mais',
    goal: 100,
    how: 'From the press until the next cards, as many as a screen holds, are painted; fifty more each time, up to 1 050.',
    async prepare(page) {
      const button = page.getByRole('button', { name: 'Mostrar mais em «Em curso»' });
      // The cards out of view are drawn a little later, without a press, and must not be taken for its answer.
      await prepareStep(page, { prepare: () => button.waitFor() });
      await button.focus();
      return { selector: CARD, count: (await page.locator(CARD).count()) + CARDS_IN_VIEW };
    },
  },
  {
    name: 'Search: the first key after opening the list',
    goal: 2_000,
    how: 'From the first key until the first results, while everything is still being read into memory.',
    async prepare(page) {
      // Over another page: a list that is loaded again still holds what was searched.
      await page.goto('/ajuda');
      await openList(page);
      await expect(page.locator(FOUND)).toHaveCount(0);
      await searchBox(page).focus();
      return { selector: FOUND, textIsNot: '' };
    },
    press: (page) => page.keyboard.press('p'),
  },
  {
    name: 'Search: each key',
    goal: 100,
    how: 'From a key in the search box until its results are painted, with the words read in.',
    begin: readIn,
    async prepare(page, run) {
      if (run % WORD.length === 0) await emptySearch(page);
      await page.waitForTimeout(run % WORD.length === 0 ? REST_MS : BETWEEN_KEYS_MS);
      return anotherText(page);
    },
    press: (page, run) => page.keyboard.press(letterOf(run)),
  },
  {
    name: 'Filter: another state',
    goal: 100,
    how: 'From the choice until its results and counts are painted.',
    async begin(page) {
      await readIn(page);
      await searchBox(page).fill('');
      await page.getByRole('button', { name: 'Filtros' }).click();
      await page.getByLabel('Estado').selectOption('closed');
      await expect(page.locator(FOUND)).toBeVisible();
    },
    async prepare(page) {
      await page.waitForTimeout(REST_MS);
      return anotherText(page);
    },
    eventType: 'change',
    press: (page, run) => page.getByLabel('Estado').selectOption(run % 2 === 0 ? 'inReview' : 'closed'),
  },
  {
    name: 'Overview, counted anew',
    goal: 2_000,
    how: 'From *Enter* on its link until the tables are painted; nothing is in memory before.',
    async prepare(page) {
      await openList(page);
      await page.getByRole('link', { name: 'Resumo dos meus pedidos' }).focus();
      return { selector: 'main table', count: 2 };
    },
  },
];

/** From a press until what it brings is painted. */
export const answers: readonly Measurement[] = ANSWERS.map(
  ({ begin, prepare, eventType = 'keydown', press = (page) => page.keyboard.press('Enter'), ...row }) => ({
    ...row,
    unit: 'ms',
    run: (world) =>
      world.visit(async ({ page }) => {
        await openList(page);
        await begin?.(page);
        const values = await repeat(RUNS + 1, async (run) => {
          const sight = await prepare(page, run);
          return untilPainted(page, eventType, sight, () => press(page, run));
        });
        // The first one loads code, and is not counted.
        return values.slice(1);
      }),
  }),
);
