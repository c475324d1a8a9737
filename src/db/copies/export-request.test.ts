import { expect, test } from 'vitest';
import type { Attachment } from '../../../contract/types.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import { citizenMessage, NOON, pdfBytes, registeredRequest } from '../../../testing/builders.ts';
import { complaintsOfContract } from '../../../testing/contract-schema.ts';
import { textOf, unpack } from '../../../testing/copy-files.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { createReceiptSigner } from '../../../testing/receipt-signer.ts';
import { listZip, readZipEntry } from '../../lib/zip/unzip.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { saveDownload, wantDownload } from '../files/downloads.ts';
import { recordReceived } from '../requests/requests.ts';
import { type ExportedRequest, exportRequest } from './export-request.ts';

const CAPS = { entries: 100, fileBytes: 1_000_000, totalBytes: 10_000_000 };
const OPTIONS = {
  makePdf: async () => new Blob([pdfBytes()], { type: 'application/pdf' }),
  describeMissing: (missing: Attachment[]) => ({
    fileName: 'leia-me.txt',
    text: missing.map(({ name }) => name).join('\n'),
  }),
};

async function attachmentOf(name: string, bytes: ArrayBuffer): Promise<Attachment> {
  return {
    id: crypto.randomUUID(),
    name,
    size: bytes.byteLength,
    type: 'application/pdf',
    sha256: await sha256Hex(bytes),
  };
}

async function keepHere(db: CitizenDatabase, requestId: string, file: Attachment, bytes: ArrayBuffer) {
  const { id: attachmentId, size, sha256 } = file;
  await wantDownload(db, { attachmentId, requestId, size, sha256 }, NOON);
  await saveDownload(db, attachmentId, bytes);
}

/** Reads the files of a ZIP by path, with e-Clic's own reader. */
async function unzip(blob: Blob): Promise<Map<string, Uint8Array>> {
  const listed = await listZip(blob, CAPS);
  if (!listed.ok) throw new Error(listed.error);
  const files = new Map<string, Uint8Array>();
  for (const entry of listed.value) {
    const bytes = await readZipEntry(blob, entry);
    if (!bytes) throw new Error(`${entry.path} is damaged`);
    files.set(entry.path, bytes);
  }
  return files;
}

test('a request leaves as PDF, as JSON in the contract’s shape and with the files that are here, names and all', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const [first, second, third] = [pdfBytes(900_000, 1), pdfBytes(80, 2), pdfBytes(90, 3)];
  const mine = await attachmentOf('fatura de março.pdf', first);
  const same = await attachmentOf('fatura de março.pdf', second);
  const theirs = await attachmentOf('carta.pdf', third);
  const request = registeredRequest(id, { attachments: [mine, same] });
  const message = {
    id: crypto.randomUUID(),
    requestId: id,
    author: 'office' as const,
    purpose: 'answer' as const,
    officeName: 'Centro Distrital',
    body: 'Veja a carta.',
    attachments: [theirs],
    sentAt: NOON.toISOString(),
  };
  await recordReceived(db, request);
  await db.messages.put(message);
  await keepHere(db, id, mine, first);
  await keepHere(db, id, same, second);

  const progress: number[] = [];
  const made = await exportRequest(db, id, NOON, {
    ...OPTIONS,
    onProgress: (done, total) => progress.push(done / total),
  });
  if (!made) throw new Error('Nothing was made');
  const files = await unzip(made.blob);
  const folder = 'EC-2026-0000124';
  expect([...files.keys()].sort()).toEqual([
    `${folder}/anexos/fatura de março (2).pdf`,
    `${folder}/anexos/fatura de março.pdf`,
    `${folder}/leia-me.txt`,
    `${folder}/pedido-${folder}.pdf`,
    `${folder}/pedido.json`,
  ]);
  const json = new TextDecoder().decode(files.get(`${folder}/pedido.json`));
  const content = JSON.parse(json) as ExportedRequest;
  expect(content.request).toEqual(request);
  expect(content.messages).toEqual([message]);
  expect(complaintsOfContract('CitizenRequest', content.request)).toEqual([]);
  expect(complaintsOfContract('Message', content.messages[0])).toEqual([]);
  for (const { path, sha256 } of content.files) {
    if (path !== null) expect(await sha256Hex(files.get(path) ?? new Uint8Array())).toBe(sha256);
  }
  expect(content.files.map(({ path }) => path === null)).toEqual([false, false, true]);
  expect(made.missing).toEqual([theirs]);
  expect(new TextDecoder().decode(files.get(`${folder}/leia-me.txt`))).toBe('carta.pdf');
  expect(progress.at(-1)).toBe(1);
});

test('with every file here nothing is said to be missing, and without the request there is nothing', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id));
  const made = await exportRequest(db, id, NOON, OPTIONS);
  expect(made?.missing).toEqual([]);
  const files = await unzip(made?.blob ?? new Blob());
  expect([...files.keys()]).not.toContain('EC-2026-0000124/leia-me.txt');
  expect(await exportRequest(db, 'none', NOON, OPTIONS)).toBeUndefined();
});

test('a file that the browser has lost is named as missing', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const file = await attachmentOf('carta.pdf', pdfBytes());
  await recordReceived(db, registeredRequest(id, { attachments: [file] }));
  await keepHere(db, id, file, pdfBytes());
  loseBytes('chunks');
  expect((await exportRequest(db, id, NOON, OPTIONS))?.missing).toEqual([file]);
});

test('signed receipts leave in the JSON and as files of their own, and nothing of what this device found', async () => {
  const db = openMemoryDatabase();
  const service = await createReceiptSigner();
  const id = '0198c5a0-0000-7000-8000-000000000124';
  const request = await service.signRequest(registeredRequest(id));
  const message = await service.signMessage(citizenMessage(crypto.randomUUID(), id), request.reference);
  await recordReceived(db, { ...request, receiptCheck: 'fits' });
  await db.messages.put({ ...message, receiptCheck: 'doesNotFit' });
  const files = await unpack((await exportRequest(db, id, NOON, OPTIONS))?.blob ?? new Blob());
  const folder = 'EC-2026-0000124';
  expect(textOf(files, `${folder}/comprovativos/pedido.jws`)).toBe(request.receipt);
  expect(textOf(files, `${folder}/comprovativos/mensagem-1.jws`)).toBe(message.receipt);
  const content = JSON.parse(textOf(files, `${folder}/pedido.json`)) as ExportedRequest;
  expect([content.request, content.messages]).toEqual([request, [message]]);
});
