import type { Page } from '@playwright/test';
import { ALL_TAG, IS_ALL } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { tabTo } from '../keys.ts';
import { ANOTHER, acceptPage, drawPaper, photograph, SHEET, TAKE, USE } from '../paper-photo.ts';
import { beSignedIn, chooseFiles, goToFiles, heading } from '../steps.ts';

const SCAN = 'Digitalizar documento';
/** The first photo is always as large as a phone's. */
const FURTHER_SIZE = IS_ALL ? ([3000, 4000] as const) : ([1500, 2000] as const);

const corner = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name},`) });

test('three sheets are photographed, survive two closed pages, and become one PDF under 2 MB', async ({
  page,
  context,
}) => {
  await goToFiles(page);
  const first = await drawPaper(page, 'Folha um');
  const further = [
    await drawPaper(page, 'Folha dois', ...FURTHER_SIZE),
    await drawPaper(page, 'Folha tres', ...FURTHER_SIZE),
  ];
  await photograph(page, TAKE, [first]);
  await expect(heading(page, SCAN)).toBeFocused();
  const topLeft = `Canto superior esquerdo, ${SHEET[0].x * 100}\u00a0% da esquerda, ${SHEET[0].y * 100}\u00a0% do cimo`;
  await expect(page.getByRole('button', { name: topLeft })).toBeVisible();
  const address = page.url();

  // The tab is closed once before the page is used, and once after.
  await page.close();
  const second = await context.newPage();
  await second.goto(address);
  await acceptPage(second, 1);
  await second.close();

  const third = await context.newPage();
  await third.goto(address);
  await photograph(third, ANOTHER, further);
  await expect(third.getByRole('heading', { name: 'Página 2' })).toBeVisible();
  await expect(third.getByRole('img', { name: 'Fotografia da página 2' })).toBeVisible();
  await third.getByRole('button', { name: USE }).click();
  await expect(third.getByRole('heading', { name: 'Página 3' })).toBeVisible();
  await expect(heading(third, SCAN)).toBeInViewport();
  await acceptPage(third, 3);
  await expect(third.getByRole('listitem').filter({ hasText: /Página/ })).toHaveCount(3);
  await third.getByLabel('Nome do PDF').fill('Contrato');
  await third.getByRole('button', { name: 'Juntar como um PDF' }).click();
  await expect(heading(third, 'Anexar documentos')).toBeVisible({ timeout: 30_000 });
  const file = third.getByRole('listitem').filter({ hasText: 'Contrato.pdf' });
  const kind = await file.getByText(/Documento PDF · /).textContent();
  const [, size = '', unit = ''] = /· ([\d,]+)\s(kB|MB)/.exec(kind ?? '') ?? [];
  expect(unit === 'kB' || Number(size.replace(',', '.')) < 2, kind ?? '').toBe(true);

  await third.getByRole('button', { name: 'Desfazer' }).click();
  await expect(third.getByText('Tem 3 páginas fotografadas por juntar.')).toBeVisible();
});

test('a corner is dragged under a loupe, and keys alone take a photo to a PDF', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await goToFiles(page);
  const photo = await drawPaper(page, 'Folha um', 1200, 1600);
  await photograph(page, TAKE, [photo]);
  const handle = corner(page, 'Canto inferior direito');
  await handle.hover();
  await page.mouse.down();
  // The mouse goes past the photo's left edge; the corner must stay on the edge.
  const { y = 0 } = (await handle.boundingBox()) ?? {};
  await page.mouse.move(0, y - 20, { steps: 5 });
  await expect(page.locator('canvas')).toBeVisible();
  await page.mouse.up();
  await expect(page.locator('canvas')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Canto inferior direito, 0\s%/ })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Fotografia inteira' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Canto inferior direito, 100\s%/ })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: USE }));
  await page.keyboard.press('Enter');
  await expect(heading(page, SCAN)).toBeFocused();
  await expect(page.getByRole('button', { name: ANOTHER })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Juntar como um PDF' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Anexar documentos')).toBeFocused({ timeout: 30_000 });
  await expect(page.getByText('Documento digitalizado.pdf').first()).toBeVisible();
});

test('two photos that were chosen as files are offered as one PDF, which takes their place', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await goToFiles(page);
  const photos = [await drawPaper(page, 'Frente', 1200, 1600), await drawPaper(page, 'Verso', 1200, 1600)];
  await chooseFiles(page, photos);
  await page.getByRole('button', { name: 'Juntar as fotografias num PDF' }).click();
  await expect(page.getByRole('img', { name: 'Fotografia da página 1' })).toBeVisible();
  await page.getByRole('button', { name: USE }).click();
  await acceptPage(page, 2);
  await page.getByRole('button', { name: 'Juntar como um PDF' }).click();
  await expect(heading(page, 'Anexar documentos')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 ficheiro,')).toBeVisible();
});

test('a reply to the office takes paper too, and is there again with its words and its file', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await beSignedIn(page);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Aguarda a sua resposta' })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: 'Responder', exact: true }).click();
  await page.getByLabel('A sua resposta').fill('Junto o recibo que me pediram.');
  await photograph(page, TAKE, [await drawPaper(page, 'Recibo', 1200, 1600)]);
  await expect(heading(page, SCAN)).toBeVisible();
  await acceptPage(page, 1);
  await page.getByRole('button', { name: 'Juntar como um PDF' }).click();
  await expect(heading(page, /^Pedido\s+EC-/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Documento digitalizado.pdf').first()).toBeVisible();
  await expect(page.getByLabel('A sua resposta')).toHaveValue('Junto o recibo que me pediram.');
});
