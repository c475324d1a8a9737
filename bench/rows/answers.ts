import { expect, type Page } from '@playwright/test';
import { prepareStep } from '../../e2e/film-steps.ts';
import { repeat } from '../figures.ts';
import { type Rows, RUNS } from '../rows.ts';
import { untilPainted } from '../until-painted.ts';
import { CARD, openList, type Use, type World } from '../world.ts';
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

const enter = key('Enter');
const searchBox = (page: Page) => page.getByRole('searchbox');
const rest = (page: Page) => page.waitForTimeout(REST_MS);

/** Measures in one visit, from the open list on. The first press loads code, and is not counted. */
function row(measure: (page: Page, run: number) => Promise<number>, begin?: Use<void>) {
  const measureAll = async (page: Page) => {
    await openList(page);
    await begin?.(page);
    const values = await repeat(RUNS + 1, (run) => measure(page, run));
    return values.slice(1);
  };
  return (world: World) => world.visit(measureAll);
}

/** Returns the time until something else is found. */
async function untilOthersFound(page: Page, act: Use<unknown>): Promise<number> {
  const textIsNot = (await page.locator(FOUND).allTextContents()).join('');
  return untilPainted(page, { selector: FOUND, textIsNot }, act);
}

async function readIn(page: Page): Promise<void> {
  await searchBox(page).fill('abono');
  await expect(page.locator(FOUND)).toBeVisible();
  const reading = page.getByText('Ainda estamos a procurar nas mensagens.');
  await expect(reading).toHaveCount(0, { timeout: READ_IN_MS });
}

async function searchWord(page: Page, run: number): Promise<number> {
  const nth = run % WORD.length;
  await page.waitForTimeout(BETWEEN_KEYS_MS);
  if (nth === 0) {
    await searchBox(page).fill('abono');
    await rest(page);
    await searchBox(page).fill('');
    await expect(page.locator(FOUND)).toHaveCount(0);
    await rest(page);
  }
  return untilOthersFound(page, key(WORD.charAt(nth)));
}

async function chooseClosed(page: Page): Promise<void> {
  await readIn(page);
  await searchBox(page).fill('');
  await page.getByRole('button', { name: 'Filtros' }).click();
  await page.getByLabel('Estado').selectOption('closed');
  await expect(page.locator(FOUND)).toBeVisible();
}

/** The rows about the time from a press until its result is painted. */
export const answers: Rows = {
  'Opening the list': row(async (page) => {
    await page.getByRole('link', { name: 'Ajuda' }).first().click();
    await expect(page.locator(CARD)).toHaveCount(0);
    await rest(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Os meus pedidos' }).focus();
    return untilPainted(page, { selector: CARD, count: CARDS_IN_VIEW }, enter);
  }),
  'Opening a request': row(async (page, run) => {
    if (run > 0) await page.goBack();
    const link = page.locator(`${CARD} a`).nth(run);
    await expect(link).toBeVisible();
    await rest(page);
    await link.focus();
    // The list stays until the request is drawn whole, and has headings too. *O que pode fazer* is the last part of the request's page.
    return untilPainted(page, { selector: '#request-actions' }, enter);
  }),
  'Mostrar mais': row(async (page) => {
    // The cards out of view are drawn a little later, without a press, and must not be taken for its answer.
    await prepareStep(page, { prepare: focus(MORE) });
    const count = (await page.locator(CARD).count()) + CARDS_IN_VIEW;
    return untilPainted(page, { selector: CARD, count }, enter);
  }),
  'Search: the first key after opening the list': row(async (page) => {
    // Goes to another page first: a list that is loaded again still holds what was searched.
    await page.goto('/ajuda');
    await openList(page);
    await expect(page.locator(FOUND)).toHaveCount(0);
    await searchBox(page).focus();
    return untilOthersFound(page, key('p'));
  }),
  'Search: each key': row(searchWord, readIn),
  'Filter: another state': row(async (page, run) => {
    await rest(page);
    const state = run % 2 === 0 ? 'inReview' : 'closed';
    return untilOthersFound(page, () => page.getByLabel('Estado').selectOption(state));
  }, chooseClosed),
  'Overview, counted anew': row(async (page) => {
    await openList(page);
    await page.getByRole('link', { name: 'Resumo dos meus pedidos' }).focus();
    return untilPainted(page, { selector: 'main table', count: 2 }, enter);
  }),
};
