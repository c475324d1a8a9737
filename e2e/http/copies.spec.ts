import { createHash } from 'node:crypto';
import { CONTENT_PATH, MANIFEST_PATH } from '../../domain/copies/copy-format.ts';
import { complaintsOfContract } from '../../testing/contract-schema.ts';
import { textOf, unpack } from '../../testing/copy-files.ts';
import { contentOf, pressForFile } from '../downloads.ts';
import { expect, test } from '../fixtures.ts';
import { expectCleanPaper } from '../paper.ts';
import { heading, PICTURE, pdf, signIn, submit, writeRequest } from '../steps.ts';

const FILES = [pdf('declaração ñ ş Ж.pdf'), PICTURE];

test('a whole request, files and all, and all of a citizen’s data leave as ZIP in the contract’s shape', async ({
  page,
}) => {
  await signIn(page);
  await writeRequest(page, FILES);
  const reference = await submit(page);
  await page.getByRole('link', { name: 'Ver o pedido' }).click();
  await expect(heading(page, `Pedido ${reference}`)).toBeVisible();
  await expectCleanPaper(page, [reference, 'declaração ñ ş Ж.pdf']);

  const zip = await pressForFile(page, 'Descarregar tudo (ZIP)');
  expect(zip.suggestedFilename()).toBe(`pedido-${reference}.zip`);
  await expect(page.getByText(`«pedido-${reference}.zip»`).first()).toBeVisible();
  await expect(page.getByText(/^Fic(ou|aram) de fora/)).toHaveCount(0);
  const files = await unpack(await contentOf(zip));
  for (const { name, buffer } of FILES) {
    expect(files.get(`${reference}/anexos/${name}`), name).toEqual(new Uint8Array(buffer));
  }
  const { request } = JSON.parse(textOf(files, `${reference}/pedido.json`));
  expect(complaintsOfContract('CitizenRequest', request)).toEqual([]);
  expect(request.attachments.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(
    FILES.map(({ buffer }) => createHash('sha256').update(buffer).digest('hex')),
  );

  await page.getByRole('link', { name: 'Definições' }).click();
  const all = await unpack(await contentOf(await pressForFile(page, 'Descarregar cópia')));
  expect([...all.keys()]).toContain(`pedidos/${reference}/anexos/declaração ñ ş Ж.pdf`);
  const copy = JSON.parse(textOf(all, CONTENT_PATH));
  expect(copy.requests.length).toBeGreaterThan(1);
  expect(copy.messages.length).toBeGreaterThan(1);
  for (const each of copy.requests) expect(complaintsOfContract('CitizenRequest', each)).toEqual([]);
  for (const each of copy.messages) expect(complaintsOfContract('Message', each)).toEqual([]);
  expect(JSON.parse(textOf(all, MANIFEST_PATH)).files).toHaveLength(all.size - 1);
});
