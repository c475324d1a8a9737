import type { Page } from '@playwright/test';
import { type Film, recordFilm } from './record-film.ts';
import type { Step } from './walk-steps.ts';

interface FilmedStep {
  name: string;
  film: Film;
  /** Where it led. */
  path: string;
}

/** Goes one step, and back and there again by the browser's own buttons where that is possible. */
export async function filmStep(page: Page, step: Step): Promise<FilmedStep[]> {
  const { name, prepare, press, arrived, back } = step;
  await prepare?.(page);
  await page.evaluate(untilAtRest);
  const from = (await page.locator('main h1').textContent()) ?? '';
  const films = [await filmPress(page, name, press, arrived)];
  if (back === 'none') return films;
  films.push(await filmPress(page, `${name}, back`, () => page.goBack(), from));
  if (back === 'stay') return films;
  films.push(await filmPress(page, `${name}, again`, () => page.goForward(), arrived));
  return films;
}

/** Runs in the page: of a list that is still being filled, each card moves the others. */
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

/** From the press until the other page has come to rest. */
export async function filmPress(
  page: Page,
  name: string,
  press: Step['press'],
  arrived: string | RegExp,
): Promise<FilmedStep> {
  const end = await recordFilm(page);
  await press(page);
  await page.locator('main h1').filter({ hasText: arrived, visible: true }).waitFor();
  return { name, film: await end(), path: new URL(page.url()).pathname };
}
