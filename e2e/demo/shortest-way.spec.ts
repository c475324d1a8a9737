import type { Locator, Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { countPresses } from '../count-presses.ts';
import { expect, test } from '../fixtures.ts';
import { MAX_TABS, tabTo } from '../keys.ts';
import { beSignedIn, descriptionBox, heading, wayOn } from '../steps.ts';

const PHONE = { width: 360, height: 780 };
/** The app suggests the kind of request from these words. */
const QUESTION = 'Como peço o abono de família?';
const BOX_TOP_MAX_PX = 300;
/** Counted from the list on. */
const PRESSES_MAX = 6;
const SCROLL_MAX_PX = 450;

const noIdea = (page: Page) => page.getByRole('button', { name: 'Não sei qual é o tema' });

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('a short request takes six presses and little scrolling from the list to its reference', async ({
    page,
  }) => {
    await beSignedIn(page);
    const { done, reach, press } = countPresses();

    await press(page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true }));
    await expect(heading(page, 'Descrição do pedido')).toBeFocused();
    const top = async () => (await descriptionBox(page).boundingBox())?.y;
    await expect.poll(top).toBeLessThanOrEqual(BOX_TOP_MAX_PX);
    await reach(descriptionBox(page));
    await descriptionBox(page).tap();
    await page.keyboard.type(QUESTION);
    await expect(page.getByText('Sugestão: Pedir informação.')).toBeVisible();
    await press(wayOn(page));
    await expect(heading(page, 'Definir tema')).toBeFocused();
    await press(noIdea(page));
    await press(wayOn(page));
    await expect(heading(page, 'Anexar documentos')).toBeFocused();
    await press(wayOn(page));
    await expect(heading(page, 'Resumo do pedido')).toBeFocused();
    await press(page.getByRole('button', { name: 'Submeter pedido' }));
    await expect(heading(page, 'Pedido recebido')).toBeVisible();

    expect(done.presses).toBeLessThanOrEqual(PRESSES_MAX);
    expect(done.scrolledPx).toBeLessThanOrEqual(SCROLL_MAX_PX);
  });

  test('held sideways, it shows the field that is written in', { tag: ALL_TAG }, async ({ page }) => {
    await page.setViewportSize({ width: PHONE.height, height: PHONE.width });
    await beSignedIn(page);
    await page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true }).tap();
    await expect(heading(page, 'Descrição do pedido')).toBeFocused();
    expect((await descriptionBox(page).boundingBox())?.y).toBeLessThanOrEqual(BOX_TOP_MAX_PX);
  });
});

test('by keyboard, the same request takes no more presses, and what is to be changed has the focus', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await beSignedIn(page);
  let presses = 0;
  async function press(control: Locator): Promise<void> {
    await tabTo(page, control);
    await page.keyboard.press('Enter');
    presses += 1;
  }

  // The heading has the focus, and the navigation stands before it.
  const create = page.getByRole('main').getByRole('link', { name: 'Criar pedido', exact: true });
  for (let steps = 0; steps < MAX_TABS; steps += 1) {
    if (await create.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Shift+Tab');
  }
  await press(create);
  await expect(heading(page, 'Descrição do pedido')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(descriptionBox(page)).toBeFocused();
  await page.keyboard.type(QUESTION);
  await press(wayOn(page));
  await expect(heading(page, 'Definir tema')).toBeFocused();
  await press(noIdea(page));
  await press(wayOn(page));
  await expect(heading(page, 'Anexar documentos')).toBeFocused();
  await press(wayOn(page));
  await expect(heading(page, 'Resumo do pedido')).toBeFocused();

  await page.getByRole('link', { name: 'Alterar a descrição' }).press('Enter');
  await expect(descriptionBox(page)).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: 'Alterar o que pretende' }).press('Enter');
  await expect(page.getByRole('radio', { name: 'Pedir informação' })).toBeFocused();
  await page.goBack();
  await expect(heading(page, 'Resumo do pedido')).toBeFocused();

  await press(page.getByRole('button', { name: 'Submeter pedido' }));
  await expect(heading(page, 'Pedido recebido')).toBeFocused();
  expect(presses).toBeLessThanOrEqual(PRESSES_MAX);
});
