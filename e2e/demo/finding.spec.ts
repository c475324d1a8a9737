import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { tabTo } from '../keys.ts';
import { expectCleanPaper } from '../paper.ts';
import { beSignedIn, heading } from '../steps.ts';

const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Procurar nos meus pedidos' });
const found = (page: Page, count: string) => page.getByRole('region', { name: count, exact: true });

test('Maria finds a request by words of its answer and by its state, without a pointer, and again after a reload', async ({
  page,
}) => {
  await beSignedIn(page);
  await tabTo(page, searchBox(page));
  await page.keyboard.type('MESES');
  await expect(found(page, '2 pedidos')).toBeVisible();
  await expect(found(page, '2 pedidos').locator('mark', { hasText: 'meses' }).first()).toBeVisible();
  await expect(page.getByText('Numa mensagem:').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => history.state.searched?.words)).toBe('MESES');
  await expect(page).toHaveURL(/\/pedidos$/);

  await tabTo(page, page.getByRole('button', { name: 'Filtros' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('combobox', { name: 'Estado' }));
  await page.keyboard.type('Concl');
  await expect(found(page, '1 pedido')).toContainText('Concluído');
  await expect(page).toHaveURL(/estado=concluido/);
  await tabTo(page, found(page, '1 pedido').getByRole('link'));
  await page.keyboard.press('Enter');
  const answer = page.getByRole('article', { name: 'Resposta da Segurança Social' });
  await expect(answer.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(answer.locator('mark').first()).toBeInViewport();
  await expect(answer.locator('mark')).toHaveText(['meses']);
  await expect(page).not.toHaveURL(/meses/i);

  await page.goBack();
  await expect(found(page, '1 pedido')).toBeVisible();
  await page.reload();
  await expect(found(page, '1 pedido')).toBeVisible();
  await expect(searchBox(page)).toHaveValue('MESES');
  await expect(page.getByRole('combobox', { name: 'Estado' })).toHaveValue('closed');
  await page.goBack();
  await expect(found(page, '2 pedidos')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: /^Em curso/ })).toBeVisible();
  await expect(searchBox(page)).toHaveValue('');
});

test('the overview says how many requests wait for whom, in a table with bars, also on paper', {
  tag: ALL_TAG,
}, async ({ page }) => {
  await beSignedIn(page);
  await tabTo(page, page.getByRole('link', { name: 'Resumo dos meus pedidos' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Resumo dos meus pedidos')).toBeFocused();
  const table = page.getByRole('table', { name: /^Quantos pedidos há em cada evento de vida/ });
  const line = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Pagamentos' }) });
  await expect(line.getByRole('cell')).toHaveText([/1$/, /1$/, /1$/, /3$/]);

  await page.emulateMedia({ media: 'print' });
  const bar = line.locator('[aria-hidden] > span');
  const [full, part] = [
    await bar.boundingBox(),
    await table.getByRole('row').last().locator('[aria-hidden] > span').boundingBox(),
  ];
  expect(full?.height).toBeGreaterThan(0);
  expect(full?.width).toBeGreaterThan(part?.width ?? 0);
  await page.emulateMedia({ media: null });
  await expectCleanPaper(page, ['Resumo dos meus pedidos', 'Pagamentos', 'Pedir informação']);
});
