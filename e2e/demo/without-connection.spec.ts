import { expect, test } from '../fixtures.ts';
import { heading, pdf, signIn, writeRequest } from '../steps.ts';

test('with «Sem ligação» on, the demo starts, writes and submits; what waited arrives by itself afterwards', async ({
  page,
}) => {
  await signIn(page);
  await page.goto('/demonstracao');
  await page.getByRole('checkbox', { name: 'Sem ligação' }).check();
  await page.goto('/pedidos');
  await page.reload();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect(page.getByText('Sem ligação à Internet. Pode continuar a escrever.').first()).toBeVisible();
  await writeRequest(page, [pdf()], 'Escrito na demonstração, sem ligação.');
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  const waiting = page.url();

  await page.goto('/demonstracao');
  await page.getByRole('checkbox', { name: 'Sem ligação' }).uncheck();
  await page.goto(waiting);
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
});
