import { beforeEach, expect, test } from 'vitest';
import { CONTENT_PATH, MANIFEST_PATH } from '../../../domain/copies/copy-format.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import {
  citizenMessage,
  NOON,
  pdfBytes,
  registeredRequest,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { complaintsOfContract } from '../../../testing/contract-schema.ts';
import { contentOf, jsonBytes, packWithManifest, textOf, unpack } from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { createReceiptSigner } from '../../../testing/receipt-signer.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { saveDownload, wantDownload } from '../files/downloads.ts';
import { keepRatingDraft } from '../outbox/rating-draft.ts';
import { rateAnswer } from '../requests/request-actions.ts';
import { recordReceived } from '../requests/requests.ts';
import { type CopyOptions, exportCopy } from './export-copy.ts';
import { importCopy } from './import-copy.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

function copyAll(options: Partial<CopyOptions> = {}): Promise<Blob> {
  return exportCopy(db, 'everything', NOON, { texts: COPY_TEXTS, ...options });
}

test('the files of a request that are here leave with it, names and marks, and it says which are not', async () => {
  const bytes = pdfBytes(64, 1);
  const file = { size: 64, type: 'application/pdf', sha256: await sha256Hex(bytes) };
  const here = { ...file, id: crypto.randomUUID(), name: 'declaração ñ ş Ж.pdf' };
  const away = { ...file, id: crypto.randomUUID(), name: 'carta.pdf' };
  const request = registeredRequest(crypto.randomUUID(), { attachments: [here, away] });
  await recordReceived(db, request);
  await wantDownload(db, { ...file, attachmentId: here.id, requestId: request.id }, NOON);
  await saveDownload(db, here.id, bytes);

  const copy = await copyAll();
  const files = await unpack(copy);
  const folder = 'pedidos/EC-2026-0000124';
  expect(files.get(`${folder}/anexos/declaração ñ ş Ж.pdf`)).toEqual(new Uint8Array(bytes));
  expect(textOf(files, `${folder}/pedido.txt`)).toContain(
    'declaração ñ ş Ж.pdf\ncarta.pdf (não está neste dispositivo)',
  );
  const { requests } = contentOf(files);
  expect(requests).toEqual([request]);
  expect(complaintsOfContract('CitizenRequest', requests[0])).toEqual([]);
  const loaded = { drafts: 0, attachments: 0, requests: 1, problems: [] };
  expect(await importCopy(db, copy, NOON)).toEqual({ ok: true, value: loaded });
});

test('a copy has the ratings that the server does not have, to read beside the answer', async () => {
  const [rated, emptied] = [registeredRequest('r1'), registeredRequest('r2', { reference: 'EC-2026-2' })];
  for (const request of [rated, emptied]) await recordReceived(db, request);
  await rateAnswer(db, 'r1', { helpful: true, comment: 'Ficou claro.' }, NOON);
  await keepRatingDraft(db, 'r1', { helpful: null, comment: 'Afinal não' });
  await keepRatingDraft(db, 'r2', { helpful: null, comment: ' ' });
  const copy = await copyAll();
  const files = await unpack(copy);
  expect(textOf(files, 'pedidos/EC-2026-0000124/pedido.txt')).toContain(
    'Avaliação por enviar\nA resposta foi útil.\nFicou claro.\n\nAvaliação por enviar\nAfinal não\n',
  );
  expect(textOf(files, 'pedidos/EC-2026-2/pedido.txt')).not.toContain('Avaliação');
  const unsentRatings = [
    { helpful: true, comment: 'Ficou claro.' },
    { helpful: null, comment: 'Afinal não' },
  ];
  expect(contentOf(files).requests).toEqual([{ ...rated, unsentRatings }, emptied]);
  expect(await importCopy(openMemoryDatabase(), copy, NOON)).toMatchObject({ ok: true });
});

test('a copy of many requests tells how far it is, each hundredth once', async () => {
  for (let n = 0; n < 300; n += 1) {
    await recordReceived(db, registeredRequest(`r${n}`, { reference: `EC-2026-${n}` }));
  }
  const parts: number[] = [];
  await copyAll({ onProgress: (done, total) => parts.push(done / total) });
  expect(parts).toHaveLength(101);
  expect(parts.at(-1)).toBe(1);
});

test('a copy by the build before is still loaded', async () => {
  await writeCompleteDraft(db, 'Escrito com a versão anterior.');
  const files = await unpack(await copyAll());
  files.set(CONTENT_PATH, jsonBytes({ ...contentOf(files), version: 1 }));
  files.delete(MANIFEST_PATH);
  const older = await packWithManifest(files, 1);
  expect(await importCopy(openMemoryDatabase(), older, NOON)).toMatchObject({
    ok: true,
    value: { drafts: 1 },
  });
});

test('a copy holds the signed receipts, and nothing of what this device found of them', async () => {
  const service = await createReceiptSigner();
  const id = '0198c5a0-0000-7000-8000-000000000124';
  const request = await service.signRequest(registeredRequest(id));
  const message = await service.signMessage(citizenMessage(crypto.randomUUID(), id), request.reference);
  await recordReceived(db, { ...request, receiptCheck: 'fits', withdrawalCheck: 'fits' });
  await db.messages.put({ ...message, receiptCheck: 'fits' });
  const copy = await copyAll();
  const { requests, messages } = contentOf(await unpack(copy));
  expect([requests, messages]).toEqual([[request], [message]]);
  expect(await importCopy(openMemoryDatabase(), copy, NOON)).toMatchObject({ ok: true });
});
