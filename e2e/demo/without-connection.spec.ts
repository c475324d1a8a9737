import { expect, test } from '../fixtures.ts';
import { cutConnection, heading, pdf, signIn, writeRequest } from '../steps.ts';

test('with «Sem ligação» on, the demo starts, writes and submits; what waited arrives by itself afterwards', async ({
  page,
}) => {
  await signIn(page);
  await cutConnection(page, true);
  await page.goto('/pedidos');
  await page.reload();
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
  await expect(page.getByText('Sem ligação à Internet.', { exact: true }).first()).toBeVisible();
  await writeRequest(page, [pdf()], 'Escrito na demonstração, sem ligação.');
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await expect(heading(page, 'O pedido ainda não foi enviado')).toBeVisible();
  const waiting = page.url();

  await cutConnection(page, false);
  await page.goto(waiting);
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
});
