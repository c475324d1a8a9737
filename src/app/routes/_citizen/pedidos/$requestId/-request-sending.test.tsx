import { waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { attachPdf, pdfBytes, writeCompleteDraft } from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { beginSending, renderPlace, submitNow } from '../../../../../../testing/request-place.tsx';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import { patchSyncState } from '../../../../../db/core/metadata.ts';
import type { WaitReason } from '../../../../../db/core/schema.ts';
import { endTrouble, noteTrouble } from '../../../../../db/core/storage-trouble.ts';
import { noteProgress, postpone } from '../../../../../db/outbox/attempts.ts';
import { readWaiting } from '../../../../../db/outbox/outbox.ts';
import { submitDraft } from '../../../../../db/outbox/submit-draft.ts';
import { useSession } from '../../../../../state/session.ts';

const SENDING = 'A enviar o pedido';
const NOT_SENT = 'O pedido ainda não foi enviado';

async function fail(db: CitizenDatabase, requestId: string, waitReason: WaitReason) {
  const entry = await readWaiting(db, requestId);
  await postpone(db, entry?.commandId ?? '', { nextAttemptAt: Date.now() + 1_000, waitReason });
}

test('what is being sent shows how many bytes of all and of each file have gone', async () => {
  const db = openMemoryDatabase();
  const id = await writeCompleteDraft(db);
  await attachPdf(db, id, pdfBytes(2_000_000, 1), 'a.pdf');
  await attachPdf(db, id, pdfBytes(2_000_000, 2), 'b.pdf');
  await submitDraft(db, id, new Date());
  const { commandId } = await beginSending(db, id);
  const { screen } = await renderPlace(db, id);
  const bar = await screen.findByRole('progressbar', { name: 'A enviar o pedido… anexo 1 de 2' });
  expect(bar).toHaveValue(0);
  const progress = {
    requestId: id,
    sentBytes: 3_000_000,
    totalBytes: 4_000_000,
    attachment: 2,
    attachments: 2,
    notedAt: Date.now(),
  };
  await noteProgress(db, commandId, progress, true);
  await screen.findByRole('progressbar', { name: 'A enviar o pedido… anexo 2 de 2' });
  expect(bar).toHaveValue(3_000_000);
  expect(screen.getByText('2,9 de 3,8 MB enviados')).toBeVisible();
  const bars = screen.getAllByRole('progressbar');
  expect(bars.map((each) => each.getAttribute('value'))).toEqual(['3000000', '2000000', '1000000']);
});

test('what failed says so, and is being sent again only once bytes move', async () => {
  const db = openMemoryDatabase();
  const id = await submitNow(db);
  const { commandId } = await beginSending(db, id);
  const { screen } = await renderPlace(db, id);
  await screen.findByRole('heading', { level: 1, name: SENDING });
  await fail(db, id, 'serverDown');
  const failed = await screen.findByRole('heading', { level: 1, name: NOT_SENT });
  await waitFor(() => expect(failed).toHaveFocus());
  expect(screen.getByText('O e-Clic não responde. Voltamos a tentar dentro de momentos.')).toBeVisible();

  await db.outbox.update(commandId, { nextAttemptAt: 0 });
  await beginSending(db, id);
  const progress = {
    requestId: id,
    sentBytes: 1,
    totalBytes: 2,
    attachment: 1,
    attachments: 1,
    notedAt: Date.now(),
  };
  await noteProgress(db, commandId, progress, false);
  await patchSyncState(db, { connection: 'serverDown' });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(NOT_SENT);
  await noteProgress(db, commandId, { ...progress, sentBytes: 2 }, true);
  await screen.findByRole('heading', { level: 1, name: SENDING });
});

test('after ten seconds without an answer nobody is left believing that it is being sent', async () => {
  const db = openMemoryDatabase();
  const id = await submitNow(db);
  const { commandId } = await beginSending(db, id);
  // Late enough that the test need not wait for ten seconds, early enough that a slow machine still draws the page before.
  await db.outbox.update(commandId, { queuedAt: new Date(Date.now() - 7_000).toISOString() });
  const { screen } = await renderPlace(db, id);
  await screen.findByRole('heading', { level: 1, name: SENDING });
  await screen.findByRole('heading', { level: 1, name: NOT_SENT });
  expect(screen.getByText('O e-Clic ainda não respondeu.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Tentar enviar agora' })).toBeVisible();
});

test('what cannot be kept for later is not said to be safe with the page closed', async () => {
  const db = openMemoryDatabase();
  const id = await submitNow(db);
  noteTrouble('memoryOnly');
  const { screen } = await renderPlace(db, id);
  expect(await screen.findByText('Não feche esta página antes de o pedido ser recebido.')).toBeVisible();
  endTrouble('memoryOnly');
});

/** Makes the browser look like Chromium with the worker there. */
function wakeWorkers(): void {
  vi.stubGlobal('SyncManager', class {});
  Object.defineProperty(navigator, 'serviceWorker', { value: { controller: {} }, configurable: true });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });
}

test('where the browser sends with e-Clic closed, the page says that it may be closed', async () => {
  wakeWorkers();
  const db = openMemoryDatabase();
  const id = await submitNow(db);
  const { screen } = await renderPlace(db, id);
  expect(await screen.findByText(/^Pode fechar o e-Clic\. .* o envio continua\.$/)).toBeVisible();
  await beginSending(db, id);
  await fail(db, id, 'noConnection');
  expect(await screen.findByText(/^Está guardado .* também com o e-Clic fechado\. /)).toBeVisible();
});

test('on a shared device it says so nowhere', async () => {
  wakeWorkers();
  const db = openMemoryDatabase();
  const id = await submitNow(db);
  useSession.setState({ isShared: true });
  onTestFinished(() => useSession.setState({ isShared: false }));
  const { screen } = await renderPlace(db, id);
  expect(await screen.findByText('Não feche esta página antes de o pedido ser recebido.')).toBeVisible();
  await beginSending(db, id);
  await fail(db, id, 'noConnection');
  expect(await screen.findByText(/^Só existe enquanto esta página estiver aberta/)).toBeVisible();
  await fail(db, id, 'signedOut');
  expect(await screen.findByText(/^Só existe enquanto o e-Clic estiver aberto: inicie sessão/)).toBeVisible();
});
