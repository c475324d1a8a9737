import { createHash } from 'node:crypto';
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

/** In the page, whose session it is: the files as the server hands them out, by their hashes. */
async function hashesOfFiles(id: string): Promise<string[]> {
  const request = await (await fetch(`/api/v1/requests/${id}`)).json();
  const hashes: string[] = [];
  for (const file of request.attachments) {
    const answer = await fetch(`/api/v1/requests/${id}/attachments/${file.id}`);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    hashes.push(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return hashes;
}

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
  await other.getByRole('listitem').filter({ hasText: reference }).getByRole('link').first().click();
  await expect(heading(other, `Pedido ${reference}`)).toBeVisible();
  for (const { name } of files) await expect(other.getByRole('main')).toContainText(name);
  const hashes = await other.evaluate(hashesOfFiles, new URL(other.url()).pathname.split('/').at(-1) ?? '');
  expect(hashes).toEqual(files.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex')));
  // Whoever was signed in before the stop still is.
  const status = await page.evaluate(async () => (await (await fetch('/api/v1/session')).json()).status);
  expect(status).toBe('signedIn');
  await elsewhere.close();
});
