import { expect, type Page } from '@playwright/test';
import { prepareStep } from '../../e2e/film-steps.ts';
import { type Rows, RUNS, repeat } from '../rows.ts';
import { type Sight, untilPainted } from '../until-painted.ts';
import { CARD, openList } from '../world.ts';
import { FOUND, focus, key } from './presses.ts';

const WORD = 'prova';
/** At least as many cards as a screen shows. */
const CARDS_IN_VIEW = 6;
/** Six keys a second: faster than most people type. */
const BETWEEN_KEYS_MS = 160;
/** The time that the page gets to finish what a press set going. */
const REST_MS = 600;
const READ_IN_MS = 60_000;
const MORE = 'button:has-text("Mostrar mais em «Em curso»")';

interface Answer {
  /** Runs once, when the list is open. */
  begin?: (page: Page) => Promise<unknown>;
  /** Runs before each press, and returns what the press has to bring. */
  prepare: (page: Page, run: number) => Promise<Sight>;
  /** Without it, the press is *Enter*. */
  press?: (page: Page, run: number) => Promise<unknown>;
}

const searchBox = (page: Page) => page.getByRole('searchbox');
const rest = (page: Page) => page.waitForTimeout(REST_MS);

async function anotherText(page: Page): Promise<Sight> {
  return { selector: FOUND, textIsNot: (await page.locator(FOUND).allTextContents()).join('') };
}

async function readIn(page: Page): Promise<void> {
  await searchBox(page).fill('abono');
  await expect(page.locator(FOUND)).toBeVisible();
  const reading = page.getByText('Ainda estamos a procurar nas mensagens.');
  await expect(reading).toHaveCount(0, { timeout: READ_IN_MS });
}

const ANSWERS: Readonly<Record<string, Answer>> = {
  'Opening the list': {
    async prepare(page) {
      await page.getByRole('link', { name: 'Ajuda' }).first().click();
      await expect(page.locator(CARD)).toHaveCount(0);
      await rest(page);
      await page.getByRole('navigation').getByRole('link', { name: 'Os meus pedidos' }).focus();
      return { selector: CARD, count: CARDS_IN_VIEW };
    },
  },
  'Opening a request': {
    async prepare(page, run) {
      if (run > 0) await page.goBack();
      const link = page.locator(`${CARD} a`).nth(run);
      await expect(link).toBeVisible();
      await rest(page);
      await link.focus();
      // The list stays until the request is drawn whole, and has headings too. *O que pode fazer* is the last part of the request's page.
      return { selector: '#request-actions' };
    },
  },
  'Mostrar mais': {
    async prepare(page) {
      // The cards out of view are drawn a little later, without a press, and must not be taken for its answer.
      await prepareStep(page, { prepare: focus(MORE) });
      return { selector: CARD, count: (await page.locator(CARD).count()) + CARDS_IN_VIEW };
    },
  },
  'Search: the first key after opening the list': {
    async prepare(page) {
      // Goes to another page first: a list that is loaded again still holds what was searched.
      await page.goto('/ajuda');
      await openList(page);
      await expect(page.locator(FOUND)).toHaveCount(0);
      await searchBox(page).focus();
      return { selector: FOUND, textIsNot: '' };
    },
    press: key('p'),
  },
  'Search: each key': {
    begin: readIn,
    async prepare(page, run) {
      await page.waitForTimeout(BETWEEN_KEYS_MS);
      if (run % WORD.length > 0) return anotherText(page);
      await searchBox(page).fill('abono');
      await rest(page);
      await searchBox(page).fill('');
      await expect(page.locator(FOUND)).toHaveCount(0);
      await rest(page);
      return anotherText(page);
    },
    press: (page, run) => page.keyboard.press(WORD.charAt(run % WORD.length)),
  },
  'Filter: another state': {
    async begin(page) {
      await readIn(page);
      await searchBox(page).fill('');
      await page.getByRole('button', { name: 'Filtros' }).click();
      await page.getByLabel('Estado').selectOption('closed');
      await expect(page.locator(FOUND)).toBeVisible();
    },
    prepare: (page) => rest(page).then(() => anotherText(page)),
    press: (page, run) => page.getByLabel('Estado').selectOption(run % 2 === 0 ? 'inReview' : 'closed'),
  },
  'Overview, counted anew': {
    async prepare(page) {
      await openList(page);
      await page.getByRole('link', { name: 'Resumo dos meus pedidos' }).focus();
      return { selector: 'main table', count: 2 };
    },
  },
};

/** Measures the time from a press until its result is painted. The first press loads code, and is not counted. */
export const answers: Rows = Object.fromEntries(
  Object.entries(ANSWERS).map(([name, { begin, prepare, press = key('Enter') }]) => {
    const measure = async ({ page }: { page: Page }) => {
      await openList(page);
      await begin?.(page);
      const values = await repeat(RUNS + 1, async (run) => {
        const sight = await prepare(page, run);
        return untilPainted(page, sight, () => press(page, run));
      });
      return values.slice(1);
    };
    return [name, (world) => world.visit(measure)] as const;
  }),
);
