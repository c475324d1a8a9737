import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { framesOf, isBlank, recordFilm, slowDown } from '../record-film.ts';
import { goOn, heading, pickTopic, signIn, writeDescription } from '../steps.ts';

test.use({ viewport: { width: 360, height: 780 }, hasTouch: true });

interface Step {
  name: string;
  /** What is done on the page before it is left. */
  prepare?: (page: Page) => Promise<void>;
  press: (page: Page) => Promise<unknown>;
  arrived: string | RegExp;
}

const link = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).first().click();
const back = (page: Page) => page.goBack();
const openRequest = (page: Page) =>
  page.getByRole('listitem').filter({ hasText: /EC-\d/ }).getByRole('link').first().click();

/** As somebody goes who writes a request and then looks around. */
const WALK: readonly Step[] = [
  { name: 'list › description', press: link('Criar pedido'), arrived: 'Descrição do pedido' },
  { name: 'description › topic', prepare: writeDescription, press: goOn, arrived: 'Definir tema' },
  { name: 'topic › files', prepare: pickTopic, press: goOn, arrived: 'Anexar documentos' },
  { name: 'files › summary', press: goOn, arrived: 'Resumo do pedido' },
  { name: 'summary › files, back', press: back, arrived: 'Anexar documentos' },
  { name: 'files › help', press: link('Ajuda'), arrived: 'Ajuda' },
  { name: 'help › settings', press: link('Definições'), arrived: 'Definições' },
  { name: 'settings › list', press: link('Os meus pedidos'), arrived: 'Os meus pedidos' },
  { name: 'list › request', press: openRequest, arrived: /Pedido EC-/ },
  { name: 'request › list, back', press: back, arrived: 'Os meus pedidos' },
  { name: 'list › privacy', press: link('Privacidade'), arrived: /rivacidade/ },
  { name: 'privacy › accessibility', press: link('Acessibilidade'), arrived: /cessibilidade/ },
  { name: 'accessibility › contacts', press: link('Contactos'), arrived: 'Contactos' },
];

/** How far things may move while a page gives way to another: what Chromium calls good. */
const STEADY = 0.1;

for (const visit of ['on the first visit', 'on a later one']) {
  test(`no page goes blank or jumps on a slow phone on its way to another, ${visit}`, async ({ page }) => {
    await signIn(page);
    if (visit === 'on a later one') {
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.reload();
      await expect(heading(page, 'Os meus pedidos')).toBeVisible();
    }
    // Of a list that is still filled for the first time, each request moves the others.
    await expect(page.getByText(/^Estamos a ir buscar/)).toHaveCount(0);
    await slowDown(page);
    const bad: string[] = [];
    for (const { name, prepare, press, arrived } of WALK) {
      await prepare?.(page);
      const end = await recordFilm(page);
      await press(page);
      await expect(heading(page, arrived)).toBeVisible();
      await page.waitForLoadState('networkidle');
      const film = await end();
      const blank = framesOf(film, isBlank);
      if (blank > 0) bad.push(`${name}: ${blank} frames blank`);
      if (film.shift > STEADY) bad.push(`${name}: ${film.moved.join('; ')}`);
    }
    expect(bad).toEqual([]);
  });
}

test('whoever waits for a page keeps the one they have, and is told that the other is on its way', async ({
  page,
}) => {
  await signIn(page);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.context().route('**/help.json', async (route) => {
    await held;
    await route.fallback();
  });
  await link('Ajuda')(page);
  await expect(page.getByText('A abrir a página…')).toBeVisible();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  letGo();
  await expect(heading(page, 'Ajuda')).toBeFocused();
  await expect(page.getByText('A abrir a página…')).toHaveCount(0);
});
