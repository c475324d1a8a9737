import type { Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { expect, test } from '../fixtures.ts';
import { DESCRIPTION, heading, PICTURE, pdf, signIn, signInByCmd, submit, writeRequest } from '../steps.ts';

test.use({ serviceWorkers: 'allow' });

const TOPIC = 'Pagamentos › Pagamento de Contribuições › Esclarecer dúvidas sobre a minha situação';

async function expectWholeSummary(page: Page): Promise<void> {
  const summary = page.getByRole('main');
  await expect(summary).toContainText('Esclarecer uma dúvida');
  for (const paragraph of DESCRIPTION.split('\n\n')) await expect(summary).toContainText(paragraph);
  await expect(summary).toContainText(TOPIC);
  await expect(summary).toContainText('fatura.pdf');
  await expect(summary).toContainText('recibo.png');
}

test('Maria signs in with the code, asks with two files, and reads the answer', { tag: ALL_TAG }, async ({
  page,
}) => {
  await signIn(page);
  await writeRequest(page, [pdf(), PICTURE]);
  await expectWholeSummary(page);
  const reference = await submit(page);
  expect(reference).toMatch(new RegExp(`^EC-${new Date().getFullYear()}-\\d{7}$`));

  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
  // Looks in the list: for a moment the document also holds the page that was left, which is not seen.
  await expect(page.getByRole('listitem').getByText(reference)).toBeVisible();

  await page.getByRole('link', { name: 'Modo de demonstração' }).click();
  await page.getByRole('button', { name: /10 dias úteis/ }).click();
  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: reference }).getByRole('link').click();
  await expect(heading(page, `Pedido ${reference}`)).toBeFocused();
  await expect(
    page
      .getByRole('article')
      .filter({ hasText: /resposta/i })
      .first(),
  ).toBeVisible();
});

test('Maria signs in through Chave Móvel Digital, and the same job works', { tag: ALL_TAG }, async ({
  page,
}) => {
  await signInByCmd(page);
  await writeRequest(page, [pdf(), PICTURE]);
  await expectWholeSummary(page);
  expect(await submit(page)).toMatch(/^EC-\d{4}-\d{7}$/);
});

test('a return from Chave Móvel Digital that this browser did not ask for is refused', async ({ page }) => {
  await page.goto('/entrar/cmd?code=cmd-910000000-abc&state=somebody-elses');
  await expect(heading(page, 'Iniciar sessão')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Terminar sessão' })).toHaveCount(0);
});

test('the receipt shows the reference and the files as the server saw them', { tag: ALL_TAG }, async ({
  page,
}) => {
  await signIn(page);
  await writeRequest(page, [pdf()]);
  const reference = await submit(page);
  await page.goto(`${new URL(page.url()).pathname}/comprovativo`);
  await expect(heading(page, 'Comprovativo de entrega')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(reference);
  await expect(page.getByRole('cell', { name: /^[0-9a-f]{64}$/ })).toBeVisible();
});
