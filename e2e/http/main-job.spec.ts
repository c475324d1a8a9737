import { createHash } from 'node:crypto';
import type { DemoState } from '../../src/api/demo-calls.ts';
import { expect, test } from '../fixtures.ts';
import { DESCRIPTION, heading, PICTURE, pdf, signIn, submit, writeRequest } from '../steps.ts';

test.use({ serviceWorkers: 'allow' });

test('Maria’s request with two files arrives once, whole, and its answer is readable', async ({
  page,
  request,
}) => {
  const files = [pdf('fatura.pdf', 2_500_000), PICTURE];
  await signIn(page);
  await writeRequest(page, files);
  const summary = page.getByRole('main');
  await expect(summary).toContainText(
    'Pagamentos › Pagamento de Contribuições › Esclarecer dúvidas sobre a minha situação',
  );
  for (const paragraph of DESCRIPTION.split('\n\n')) await expect(summary).toContainText(paragraph);
  for (const { name } of files) await expect(summary).toContainText(name);
  const reference = await submit(page);
  expect(reference).toMatch(/^EC-\d{4}-\d{7}$/);

  const state = (await (await request.get('/demo/state')).json()) as DemoState;
  const mine = state.requests.filter((one) => one.reference === reference);
  expect(mine).toMatchObject([{ commits: 1 }]);
  expect(mine[0]?.attachments).toEqual(
    files.map(({ name, buffer }) => ({
      name,
      size: buffer.byteLength,
      sha256: createHash('sha256').update(buffer).digest('hex'),
    })),
  );

  await request.post('/demo/clock', { data: { workingDays: 1 } });
  await request.post('/demo/office', { data: { requestId: mine[0]?.id, action: 'answer' } });
  await page.getByRole('link', { name: 'Os meus pedidos', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: reference }).first()).toBeVisible();
  await page.goto(`/pedidos/${mine[0]?.id}`);
  await expect(heading(page, `Pedido ${reference}`)).toBeVisible();
  await expect(page.getByText('Respondido').first()).toBeVisible();
  await expect(page.getByRole('article').last()).toBeVisible();
});
