import { createHash } from 'node:crypto';
import { ALL_TAG } from '../../ops/test/level.ts';
import { poll } from '../poll.ts';
import { heading, pdf, signIn, writeRequest } from '../steps.ts';
import { crash, expect, test } from './fixtures.ts';

const MIB = 1024 * 1024;
const SIZE = 6 * MIB;

test('an upload killed half-way goes on from the last chunk that the server confirmed', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(120_000);
  const file = pdf('grande.pdf', SIZE);
  await signIn(page);
  // Slow enough to crash the tab in the middle of the upload.
  await server.post('faults', { latencyMs: 300 });
  await writeRequest(page, [file], 'Um pedido com um ficheiro grande.');
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await poll(async () => (await server.state()).uploads[0]?.bytesReceived ?? 0, {
    timeout: 30_000,
  }).toBeGreaterThanOrEqual(SIZE / 2);
  await crash(page);
  const received = (await server.state()).uploads[0]?.bytesReceived ?? 0;
  expect(received).toBeLessThan(SIZE);

  await server.post('faults', { latencyMs: 0 });
  const anew = await context.newPage();
  await anew.goto('/pedidos');
  await poll(
    async () =>
      (await server.state()).requests.filter(({ description }) => description.startsWith('Um pedido com')),
    { timeout: 30_000 },
  ).toMatchObject([{ commits: 1 }]);
  const { uploads, requests } = await server.state();
  expect(uploads).toHaveLength(1);
  expect(uploads[0]?.bytesReceived).toBeGreaterThanOrEqual(SIZE);
  expect(uploads[0]?.bytesReceived).toBeLessThanOrEqual(SIZE + MIB);
  const sent = requests.find(({ description }) => description.startsWith('Um pedido com'));
  expect(sent?.attachments[0]?.sha256).toBe(createHash('sha256').update(file.buffer).digest('hex'));
});

test('a server stopped in the middle of an upload and started on its memory gets the rest', {
  tag: ALL_TAG,
}, async ({ page, server }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await server.post('faults', { latencyMs: 100 });
  await writeRequest(page, [pdf('grande.pdf', SIZE)], 'Um pedido interrompido pelo servidor.');
  await page.getByRole('button', { name: 'Submeter pedido' }).click();
  await poll(async () => (await server.state()).uploads[0]?.bytesReceived ?? 0).toBeGreaterThanOrEqual(
    2 * MIB,
  );
  await server.kill();
  await server.start();
  await server.post('faults', { latencyMs: 0 });
  await expect(heading(page, 'Pedido recebido')).toBeVisible({ timeout: 30_000 });
  expect((await server.state()).uploads[0]?.bytesReceived).toBeLessThanOrEqual(SIZE + MIB);
});
