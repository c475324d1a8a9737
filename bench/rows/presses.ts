import { expect, type JSHandle, type Page } from '@playwright/test';
import { chooseFiles, pdf, writeDescription } from '../../e2e/steps.ts';
import { type Step, TO_DESCRIPTION, TO_RECEIVED, TO_REQUEST, toList, WRITING } from '../../e2e/walk-steps.ts';
import { repeat } from '../figures.ts';
import { RUNS, rowsOf } from '../rows.ts';
import { noteEntries } from '../until-painted.ts';
import { openList } from '../world.ts';

/** One press or key on a walk through the app. */
interface Press extends Pick<Step, 'name' | 'prepare' | 'press'> {
  /** The heading of the page that the press leads to. */
  arrived?: Step['arrived'];
  /** A selector for what is new on the same page. A search by role and name would keep the page busy for up to 0.1 s of its press. */
  shows?: string;
}

/** People look before they press again; the page finishes what the press set going, and the browser reports it. */
const REST_MS = 400;
/** Browsers report no event that took less, and round the others to eight milliseconds. */
const LEAST_MS = 16;
export const FOUND = '#found-heading';

const go = (name: string, { press, arrived }: Step): Press => ({ name, press, arrived });
const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
export const key = (name: string) => (page: Page) => page.keyboard.press(name);
export const focus = (selector: string) => (page: Page) => page.locator(selector).focus();

/** Empties the search box; while it holds words, the list shows results in the place of its groups. */
async function emptySearch(page: Page): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await box.blur();
  await expect(page.locator(FOUND)).toHaveCount(0);
}

async function backToList(page: Page): Promise<void> {
  await toList('received').press(page);
  await emptySearch(page);
}

/** The code of the search is fetched when the box gets the focus, so a key pressed at once waits for it. */
async function search(page: Page): Promise<void> {
  await page.getByRole('searchbox').click();
  await page.keyboard.press('p');
}

const SUGGESTION = 'section[aria-labelledby="topic-suggestions"] button';
/** A request with a question of the office, so that its page has *Responder*. */
const QUESTION = 'main li:has-text("Aguarda a sua resposta") h3 a';

/** The main job, from the list to the receipt, and a look around after it. */
const WALK: readonly Press[] = [
  { ...TO_DESCRIPTION, name: '*Criar pedido*' },
  { name: 'a key in the description', prepare: focus('#description'), press: key('R') },
  { name: 'a kind of request', press: click('label:has-text("Esclarecer uma dúvida")') },
  // Nobody has asked it before in this life: no notice comes, for which the walk of the tests waits.
  { ...go('*Continuar* to the topic', WRITING[0]), prepare: (page) => writeDescription(page) },
  {
    name: 'a question of the topic, by key',
    prepare: (page) => page.getByLabel('Evento de vida').focus(),
    press: key('ArrowDown'),
    shows: '#topic-subject',
  },
  { name: 'a suggestion of a topic', press: click(SUGGESTION), shows: '#topic-change' },
  go('*Continuar* to the files', WRITING[1]),
  {
    name: '*Escolher ficheiros*',
    press: (page) => chooseFiles(page, [pdf()]),
    shows: 'main button:has-text("Remover")',
  },
  go('*Continuar* to the summary', WRITING[2]),
  go('*Submeter pedido*', TO_RECEIVED),
  { name: 'the search of the list and a key in it', prepare: backToList, press: search, shows: FOUND },
  { ...go('opening a request', TO_REQUEST), prepare: emptySearch, press: click(QUESTION) },
  { name: '*Responder*', press: click('main button:text-is("Responder")'), shows: 'main textarea' },
  {
    ...go('*Voltar à lista de pedidos*', toList('')),
    press: click('a:text-is("Voltar à lista de pedidos")'),
  },
];

/** Walks twice in the life of one page, and returns the figures of both walks one after the other. */
async function walkTwice(page: Page): Promise<number[]> {
  await openList(page);
  const events = await noteEntries(page, { type: 'event', durationThreshold: LEAST_MS });
  const walk = [...WALK, ...WALK];
  return repeat(walk.length, (n) => untilNextPaint(page, walk[n] as Press, events));
}

/**
 * Returns the browser's own figure: the time until the first frame after all listeners of the press have run. The citizen then sees that the press was noticed.
 * One press is several events (down, up, click), and took as long as the longest of them.
 */
async function untilNextPaint(
  page: Page,
  { prepare, press, arrived, shows }: Press,
  events: JSHandle<PerformanceEntry[]>,
): Promise<number> {
  await prepare?.(page);
  await page.waitForTimeout(REST_MS);
  await events.evaluate((all) => all.splice(0));
  await press(page);
  if (arrived) await page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();
  if (shows) await page.locator(shows).first().waitFor();
  await page.waitForTimeout(REST_MS);
  const times = await events.evaluate((all) =>
    all.map((event) => ('interactionId' in event && event.interactionId !== 0 ? event.duration : 0)),
  );
  return Math.max(LEAST_MS, ...times);
}

/** Two rows for each press: the first in the life of a page, and a later one of the same page. */
export const presses = rowsOf(
  (world) => repeat(RUNS, () => world.visit(walkTwice, { isPhone: true })),
  Object.fromEntries(
    ['first', 'later'].flatMap((time, walk) =>
      WALK.map(({ name }, n) => [
        `Press: ${name}, ${time}`,
        (times: number[]) => times[walk * WALK.length + n] ?? Number.NaN,
      ]),
    ),
  ),
);
