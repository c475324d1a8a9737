import type { Locator, Page } from '@playwright/test';
import { ALL_TAG, GATE_TAGS } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { beSignedIn, descriptionBox, heading, MARIA, SOFIA, signIn } from '../steps.ts';

/** The lowest place of the first card's upper edge, so that a phone shows a card and not only what stands above it. */
const FIRST_CARD_PX = 320;
const CARD_MAX_PX = 150;
const CARDS_ON_SCREEN = 4;
const MANY = 240;
const PHONE = { width: 360, height: 780 };

const group = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\(`) });
const firstCard = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('h3') })
    .first();
const cards = (region: Locator) => region.getByRole('heading', { level: 3 }).getByRole('link');

async function signInWithMany(page: Page): Promise<void> {
  await page.goto('/demonstracao');
  await page.getByLabel('De quem').selectOption(MARIA);
  await page.getByLabel('Quantos pedidos').fill(String(MANY));
  await page.getByRole('button', { name: 'Juntar pedidos' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Feito.' })).toBeAttached({ timeout: 30_000 });
  await signIn(page);
  await expect(page.getByText(/^Atualizado hoje, às/)).toBeAttached({ timeout: 30_000 });
}

async function topOf(locator: Locator): Promise<number> {
  return (await locator.boundingBox())?.y ?? Number.NaN;
}

for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
  const tag = viewport === PHONE ? GATE_TAGS : ALL_TAG;
  test.describe(`on ${viewport.width} × ${viewport.height}`, { tag }, () => {
    test.use({ viewport });

    test('the first card begins high on the screen, and all of it is the way to the request', async ({
      page,
    }) => {
      await beSignedIn(page);
      await expect(page.getByText(/^Atualizado hoje, às/)).toBeAttached();
      await expect(page.getByRole('searchbox', { name: 'Procurar nos meus pedidos' })).toBeVisible();
      await expect(
        page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true }),
      ).toHaveCount(1);
      const navigation = page.getByRole('navigation', { name: 'Principal' }).getByRole('link');
      await expect(navigation).toHaveText(['Os meus pedidos', 'Criar pedido', 'Ajuda', 'Definições']);
      const card = firstCard(page);
      await expect.poll(() => topOf(card)).toBeLessThanOrEqual(FIRST_CARD_PX);
      await expect(page.getByText('Maria Exemplo')).toBeInViewport();
      const box = await card.boundingBox();
      await card.click({ position: { x: (box?.width ?? 0) - 8, y: (box?.height ?? 0) - 8 } });
      await expect(heading(page, /^Pedido\s+EC-/)).toBeVisible();
    });

    test('with hundreds of others above, what is under way is two presses away, and the first card stays high', async ({
      page,
    }) => {
      await signInWithMany(page);
      await expect.poll(() => topOf(firstCard(page))).toBeLessThanOrEqual(FIRST_CARD_PX);
      const index = page.getByRole('navigation', { name: 'Grupos de pedidos' });
      const open = index.getByRole('button', { name: 'Ir para um grupo' });
      const way = index.getByRole('button', { name: /^Em curso/ });
      await expect(open.or(way)).toBeVisible();
      if (await open.isVisible()) await open.click();
      await way.click();
      const title = group(page, 'Em curso').getByRole('heading', { level: 2 });
      await expect(title).toBeFocused();
      await expect(title).toBeInViewport();
    });

    test('*Voltar à lista* leads back to the card that was opened, as *Back* does', { tag: ALL_TAG }, async ({
      page,
    }) => {
      await signInWithMany(page);
      const region = group(page, 'Em curso');
      await region.getByRole('button', { name: /^Mostrar mais/ }).click();
      await expect.poll(() => cards(region).count()).toBeGreaterThan(55);
      const card = cards(region).nth(55);
      await card.scrollIntoViewIfNeeded();
      const address = await card.getAttribute('href');
      const top = await topOf(card);

      for (const way of ['Voltar à lista', 'Back'] as const) {
        await card.click();
        await expect(heading(page, /^Pedido\s+EC-/)).toBeFocused();
        if (way === 'Back') await page.goBack();
        else {
          // The way back holds over any number of pages between.
          await page.getByRole('link', { name: 'Ver comprovativo de entrega' }).click();
          await expect(heading(page, 'Comprovativo de entrega')).toBeFocused();
          await page.getByRole('link', { name: /Voltar ao pedido/ }).click();
          await expect(heading(page, /^Pedido\s+EC-/)).toBeFocused();
          await page.getByRole('link', { name: /^Voltar à lista/ }).click();
        }
        await expect(card).toBeFocused();
        expect(await card.getAttribute('href')).toBe(address);
        expect(Math.abs((await topOf(card)) - top)).toBeLessThan(3);
      }
    });

    test('what was searched and how much of it was shown is there again after *Voltar à lista*', {
      tag: ALL_TAG,
    }, async ({ page }) => {
      await signInWithMany(page);
      await page.getByRole('searchbox').fill('contribui');
      const found = page.getByRole('region', { name: /^\d+ pedidos$/ });
      await found.getByRole('button', { name: 'Mostrar mais' }).click();
      await expect.poll(() => cards(found).count()).toBeGreaterThan(55);
      await expect.poll(() => page.evaluate(() => history.state.searched?.words)).toBe('contribui');
      const card = cards(found).nth(55);
      await card.scrollIntoViewIfNeeded();
      const top = await topOf(card);
      const address = await card.getAttribute('href');
      await card.click();
      await expect(heading(page, /^Pedido\s+EC-/)).toBeFocused();
      await page.getByRole('link', { name: /^Voltar à lista/ }).click();
      await expect(page.getByRole('searchbox')).toHaveValue('contribui');
      await expect(page.locator(`a[href="${address}"]`)).toBeFocused();
      expect(Math.abs((await topOf(page.locator(`a[href="${address}"]`))) - top)).toBeLessThan(3);
    });
  });
}

test('on a phone four cards stand on the first screen, a draft among them, each of at most 150 px', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await beSignedIn(page);
  await expect(page.getByText(/^Atualizado hoje, às/)).toBeAttached();
  const unread = cards(group(page, 'Respostas por ler'));
  // The synchronization may be over before the list is drawn.
  await expect(unread.first()).toBeVisible();
  for (let left = await unread.count(); left > 0; left -= 1) {
    await unread.first().click();
    await expect(heading(page, /^Pedido\s+EC-/)).toBeVisible();
    await page.getByRole('link', { name: /^Voltar à lista/ }).click();
    await expect(unread).toHaveCount(left - 1);
  }
  await page.goto('/rascunhos/novo');
  await descriptionBox(page).fill('Onde entrego o atestado?');
  await expect(page.getByText(/^Guardado/)).toBeVisible();
  await page.goto('/pedidos');
  await expect(group(page, 'Rascunhos')).toBeVisible();
  await expect(page.getByText(/^Atualizado hoje, às/)).toBeAttached();

  const readBoxes = () =>
    page
      .getByRole('main')
      .locator('li:has(h3)')
      .evaluateAll((all) =>
        all.map((card) => ({
          isDraft: card.textContent?.startsWith('Rascunho') === true,
          height: card.getBoundingClientRect().height,
          end: card.getBoundingClientRect().bottom,
        })),
      );
  const onScreen = async () => (await readBoxes()).filter(({ end }) => end <= PHONE.height);
  // A busy machine draws the first cards before their fonts have come.
  await expect.poll(async () => (await onScreen()).length).toBeGreaterThanOrEqual(CARDS_ON_SCREEN);
  expect((await onScreen()).slice(0, CARDS_ON_SCREEN).some(({ isDraft }) => isDraft)).toBe(true);
  expect(Math.max(...(await readBoxes()).map(({ height }) => height))).toBeLessThanOrEqual(CARD_MAX_PX);
});

test('whoever has read an answer goes on at the next unread one, where the list was', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await beSignedIn(page);
  const region = group(page, 'Respostas por ler');
  const next = await cards(region).nth(1).getAttribute('href');
  await cards(region).first().click();
  await expect(heading(page, /^Pedido\s+EC-/)).toBeFocused();
  await page.getByRole('link', { name: /^Voltar à lista/ }).click();
  await expect(page.locator(`main a[href="${next}"]`)).toBeFocused();
  await expect(cards(region).first()).toHaveAttribute('href', next ?? '');
});

test('somebody new is greeted and begins with one press', { tag: ALL_TAG }, async ({ page }) => {
  await page.goto('/entrar');
  await page.getByRole('button', { name: 'Usar a conta de Sofia Estreia' }).click();
  await expect(page.getByLabel('NISS', { exact: true })).toHaveValue(SOFIA);
  await signIn(page, SOFIA);
  await expect(page.getByRole('heading', { name: 'Boas-vindas ao e-Clic' })).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true }).click();
  await expect(heading(page, 'Descrição do pedido')).toBeFocused();
});
