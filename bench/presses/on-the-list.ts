import { expect, type Page } from '@playwright/test';
import { FOUND, openList } from '../measurements/search.ts';
import { measurePresses, type Walk } from './walk.ts';

async function emptySearch(page: Page): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await box.blur();
  await expect(page.locator(FOUND)).toHaveCount(0);
}

/** A look around among 10 000 requests. */
const LOOKING: Walk = {
  begin: openList,
  presses: [
    {
      name: 'the search of the list and a key in it',
      bringsCode: true,
      prepare: emptySearch,
      // The code is fetched when the box is entered: whoever then types at once waits for it.
      press: async (page) => {
        await page.getByRole('searchbox').tap();
        await page.keyboard.press('p');
        await page.locator(FOUND).waitFor();
      },
    },
    {
      name: '*Mostrar mais*',
      bringsCode: false,
      prepare: emptySearch,
      press: async (page) => {
        const cards = page.locator('main li h3');
        const before = await cards.count();
        await page.getByRole('button', { name: 'Mostrar mais em «Em curso»' }).tap();
        await cards.nth(before).waitFor();
      },
    },
    {
      name: 'opening a request',
      bringsCode: true,
      press: async (page) => {
        const waiting = page
          .getByRole('main')
          .getByRole('listitem')
          .filter({ hasText: 'Aguarda a sua resposta' });
        await waiting.getByRole('link').first().tap();
        await page.locator('main h2', { hasText: 'O que pode fazer' }).waitFor();
      },
    },
    {
      name: '*Responder*',
      bringsCode: true,
      press: async (page) => {
        await page.getByRole('button', { name: 'Responder', exact: true }).tap();
        await page.locator('main textarea').waitFor();
      },
    },
    {
      name: '*Voltar à lista de pedidos*',
      bringsCode: false,
      press: async (page) => {
        await page.getByRole('link', { name: 'Voltar à lista de pedidos' }).tap();
        await page.locator('main li h3').first().waitFor();
      },
    },
  ],
};

export const pressesOnTheList = measurePresses(LOOKING);
