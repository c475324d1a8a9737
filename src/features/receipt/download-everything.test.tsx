import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, pdfBytes, registeredRequest } from '../../../testing/builders.ts';
import { textOf, unpack } from '../../../testing/copy-files.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { createSigner } from '../../../testing/sign-receipt.ts';
import { saveDownload, wantDownload } from '../../db/files/downloads.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { listZip } from '../../lib/zip/unzip.ts';
import { DownloadEverything } from './download-everything.tsx';

vi.setConfig({ testTimeout: 30_000 });

const browserFetch = globalThis.fetch;

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    async (address: string) => new Response(new Uint8Array(await readFile(`.${address}`))),
  );
});

afterEach(() => vi.stubGlobal('fetch', browserFetch));

const CAPS = { entries: 100, fileBytes: 1_000_000, totalBytes: 10_000_000 };

test('a whole request is downloaded as ZIP, and who downloads it hears which file stays in the account', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const bytes = pdfBytes();
  const file = { size: bytes.byteLength, type: 'application/pdf', sha256: await sha256Hex(bytes) };
  const [here, away] = [crypto.randomUUID(), crypto.randomUUID()];
  const attachments = [
    { ...file, id: here, name: 'fatura de março.pdf' },
    { ...file, id: away, name: 'carta.pdf' },
  ];
  await recordReceived(db, registeredRequest(id, { attachments }));
  const { size, sha256 } = file;
  await wantDownload(db, { attachmentId: here, requestId: id, size, sha256 }, NOON);
  await saveDownload(db, here, bytes);
  const downloads = noteDownloads();
  const { screen, user } = await renderFeature(<DownloadEverything requestId={id} />, { db });

  await user.click(await screen.findByRole('button', { name: 'Descarregar tudo (ZIP)' }));
  await screen.findByText(/Ficou de fora 1 anexo que não está neste dispositivo: «carta\.pdf»/);
  expect(downloads.map(({ name }) => name)).toEqual(['pedido-EC-2026-0000124.zip']);
  const listed = await listZip(downloads[0]?.blob ?? new Blob(), CAPS);
  expect(listed.ok && listed.value.map(({ path }) => path)).toEqual([
    'EC-2026-0000124/pedido-EC-2026-0000124.pdf',
    'EC-2026-0000124/anexos/fatura de março.pdf',
    'EC-2026-0000124/pedido.json',
    'EC-2026-0000124/leia-me.txt',
  ]);
});

test.each([
  ['fits', true],
  ['doesNotFit', false],
] as const)(
  'a receipt that %s what was sent is a proof in the PDF of the ZIP: %s',
  async (receiptCheck, isGiven) => {
    const db = openMemoryDatabase();
    const id = crypto.randomUUID();
    const receipt = await (await createSigner()).sign();
    await recordReceived(db, registeredRequest(id, { receipt }));
    await db.requests.update(id, { receiptCheck });
    const downloads = noteDownloads();
    const { screen, user } = await renderFeature(<DownloadEverything requestId={id} />, { db });
    await user.click(await screen.findByRole('button', { name: 'Descarregar tudo (ZIP)' }));
    await expect.poll(() => downloads).toHaveLength(1);
    const files = await unpack(downloads[0]?.blob ?? new Blob());
    const pdf = textOf(files, 'EC-2026-0000124/pedido-EC-2026-0000124.pdf');
    expect(pdf).toContain('%%EOF');
    expect(pdf.includes(`(${receipt})`)).toBe(isGiven);
  },
);
