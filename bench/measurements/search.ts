import { expect, type Page } from '@playwright/test';
import type { Measurement } from '../measurement.ts';
import { RUNS } from '../options.ts';
import { untilPainted } from '../until-painted.ts';

export const WORD = 'prova';
/** Six keys a second: faster than most people type. */
const BETWEEN_KEYS_MS = 160;
/** More than a screen shows at once. */
export const CARDS_IN_VIEW = 6;
export const FOUND = '#found-heading';

export async function openList(page: Page): Promise<void> {
  await page.goto('/pedidos');
  await expect(page.locator('main li h3').first()).toBeVisible();
}

export async function foundText(page: Page): Promise<string> {
  return (await page.locator(FOUND).allTextContents()).join('');
}

export const search: Measurement = {
  name: 'Search: each key',
  goal: 100,
  unit: 'ms',
  how: 'From a key in the search box until its results are painted, with the words read in.',
  async run(world) {
    const { page, close } = await world.open();
    await openList(page);
    const box = page.getByRole('searchbox');
    await box.fill('abono');
    await expect(page.locator(FOUND)).toBeVisible();
    await expect(page.getByText('Ainda estamos a procurar nas mensagens.')).toHaveCount(0, {
      timeout: 60_000,
    });
    const values: number[] = [];
    while (values.length < RUNS) {
      await box.fill('abono');
      await page.waitForTimeout(600);
      await box.fill('');
      await expect(page.locator(FOUND)).toHaveCount(0);
      await page.waitForTimeout(600);
      for (const letter of WORD) {
        await page.waitForTimeout(BETWEEN_KEYS_MS);
        const textIsNot = await foundText(page);
        values.push(
          await untilPainted(page, 'keydown', { selector: FOUND, textIsNot }, () =>
            page.keyboard.press(letter),
          ),
        );
      }
    }
    await close();
    return values.slice(0, RUNS);
  },
};
