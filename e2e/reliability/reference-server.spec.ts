import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { heading, PICTURE, pdf, SOFIA, signIn, submit, writeRequest } from '../steps.ts';
import { createServerProcess } from './server-process.ts';

const PORT = 4390;
const ROOT = join(import.meta.dirname, '../..');
const origin = `http://localhost:${PORT}`;

const folder = mkdtempSync(join(tmpdir(), 'e-clic-server-'));
const server = createServerProcess({
  args: ['server/main.ts'],
  cwd: ROOT,
  env: { PORT: String(PORT), DATA_DIR: folder, DATABASE_URL: '' },
  probe: `${origin}/api/v1/session`,
});

test.use({ baseURL: origin });
test.beforeAll(() => server.start());
test.afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('Sofia’s first request, with two files, is at the server after it was stopped and started, in another browser too', async ({
  page,
  browser,
}) => {
  const files = [pdf('fatura.pdf', 2_500_000), PICTURE];
  await signIn(page, SOFIA);
  await writeRequest(page, files);
  const reference = await submit(page);
  expect(reference).toMatch(/^EC-\d{4}-\d{7}$/);

  await server.kill('SIGTERM');
  await server.start();

  const elsewhere = await browser.newContext({ baseURL: origin });
  const other = await elsewhere.newPage();
  await signIn(other, SOFIA);
  await other.getByRole('link').filter({ hasText: reference }).first().click();
  await expect(heading(other, `Pedido ${reference}`)).toBeVisible();
  for (const { name, buffer } of files) {
    const saved = other.waitForEvent('download');
    await other.getByRole('button', { name: new RegExp(`Descarregar.*${name}`) }).click();
    const path = await (await saved).path();
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(path).equals(buffer)).toBe(true);
  }
  // Whoever was signed in before the stop still is.
  await page.reload();
  await expect(page.getByRole('button', { name: /Sofia Estreia/ }).first()).toBeVisible();
  await elsewhere.close();
});
