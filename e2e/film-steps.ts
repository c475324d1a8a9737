import type { Page } from '@playwright/test';
import { type Film, recordFilm } from './record-film.ts';
import type { Step } from './walk-steps.ts';

interface FilmedStep {
  name: string;
  film: Film;
  /** The addresses before and after the press. */
  paths: string[];
}

/**
 * Films one step and, where possible, the way back by the browser's own button and the way forward again. With `isOneWay`, it goes back only where the next
 * step begins there.
 */
export async function filmStep(page: Page, step: Step, isOneWay = false): Promise<FilmedStep[]> {
  const { name, press, arrived, back } = step;
  await prepareStep(page, step);
  const from = (await page.locator('main h1').filter({ visible: true }).textContent()) ?? '';
  const films = [await filmPress(page, name, press, arrived)];
  if (back === 'none' || (isOneWay && back !== 'stay')) return films;
  films.push(await filmPress(page, `${name}, back`, () => page.goBack(), from));
  if (back === 'stay') return films;
  films.push(await filmPress(page, `${name}, again`, () => page.goForward(), arrived));
  return films;
}

/** Does what comes before the step, and lets the page come to rest after it. */
export async function prepareStep(page: Page, { prepare }: Pick<Step, 'prepare'>): Promise<void> {
  if (!prepare) return;
  await prepare(page);
  await page.evaluate(untilAtRest);
}

/**
 * Runs in the page. Typed words, and a list that is still being filled, move what is around them, and must not do so in the film. Between two films the page
 * rests anyway.
 */
function untilAtRest(): Promise<void> {
  const restMs = 500;
  return new Promise((resolve) => {
    const rested = () => {
      changes.disconnect();
      resolve();
    };
    let timer = setTimeout(rested, restMs);
    const changes = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(rested, restMs);
    });
    changes.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Films from the press until the other page has come to rest. */
async function filmPress(
  page: Page,
  name: string,
  press: Step['press'],
  arrived: string | RegExp,
): Promise<FilmedStep> {
  const from = pathOf(page);
  const end = await recordFilm(page);
  await press(page);
  await page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();
  return { name, film: await end(), paths: [from, pathOf(page)] };
}
