import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  attachPdf,
  NOON,
  pdfBytes,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { listOpenDrafts, readDraft } from '../../db/drafts/drafts.ts';
import {
  beginAttempt,
  beginCommit,
  noteProgress,
  pauseUntilSignedIn,
  postpone,
} from '../../db/outbox/attempts.ts';
import { listWaiting, readWaiting } from '../../db/outbox/outbox.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { OutboxPage } from './outbox-page.tsx';

const MB = 1024 * 1024;

afterEach(dismissNotice);

function renderPage(db: CitizenDatabase) {
  const page = (
    <OutboxPage renderDownload={(id, what) => <a href={`/${id}`}>{`Descarregar cópia ${what}`}</a>} />
  );
  return renderFeature(page, { db });
}

async function commandOf(db: CitizenDatabase, requestId: string): Promise<string> {
  return (await readWaiting(db, requestId))?.commandId ?? '';
}

test('everything that waits is listed with what it is, since when, why, and a way to it', async () => {
  const db = openMemoryDatabase();
  const signedOut = await submitCompleteDraft(db, 'Quero saber do meu abono de família.');
  const missing = await submitCompleteDraft(db);
  const forever = Number.MAX_SAFE_INTEGER;
  await postpone(db, await commandOf(db, signedOut), { nextAttemptAt: forever, waitReason: 'signedOut' });
  const lost = { nextAttemptAt: 0, waitReason: 'missingBytes', missingFileName: 'x.pdf' } as const;
  await postpone(db, await commandOf(db, missing), lost);

  const { screen } = await renderPage(db);
  expect(await screen.findByText('Há 2 pedidos por enviar.')).toBeVisible();
  expect(screen.getByText('Quero saber do meu abono de família.')).toBeVisible();
  expect(screen.getAllByText('Por enviar desde 25 de novembro de 2026 às 12:00')).toHaveLength(2);
  expect(screen.getByText('À espera de que inicie sessão.')).toBeVisible();
  expect(screen.getByText(/conteúdo do ficheiro «x\.pdf»/)).toBeVisible();
  const links = screen.getAllByRole('link', { name: 'Pedir informação: Não sei qual é o tema' });
  const addresses = links.map((link) => link.getAttribute('href'));
  expect(addresses.toSorted()).toEqual([`/pedidos/${signedOut}`, `/pedidos/${missing}`].toSorted());
});

test('no two buttons have the same name, not even of two equal requests', async () => {
  const db = openMemoryDatabase();
  for (let n = 0; n < 3; n += 1) await submitCompleteDraft(db, 'O mesmo pedido, três vezes.');
  const { screen } = await renderPage(db);
  expect(
    await screen.findByRole('button', { name: 'Não enviar «O mesmo pedido, três vezes.»' }),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: 'Eliminar «O mesmo pedido, três vezes.» 3' })).toBeVisible();
  const names = [...screen.getAllByRole('button'), ...screen.getAllByText(/^Descarregar cópia/)].map(
    (control) => control.textContent,
  );
  expect(new Set(names).size).toBe(names.length);
});

test('what is being sent shows how far it is, and cannot be stopped until the attempt has failed', async () => {
  const db = openMemoryDatabase();
  const requestId = await writeCompleteDraft(db);
  await attachPdf(db, requestId, pdfBytes(MB, 1), 'a.pdf');
  await attachPdf(db, requestId, pdfBytes(MB, 2), 'b.pdf');
  await submitDraft(db, requestId, NOON);
  await beginAttempt(db, await commandOf(db, requestId), NOON);
  const sent = { requestId, sentBytes: 1.5 * MB, totalBytes: 2 * MB, attachment: 2, attachments: 2 };
  await noteProgress(db, await commandOf(db, requestId), sent, true);
  await beginCommit(db, await commandOf(db, requestId));
  const { screen, user } = await renderPage(db);
  const bar = await screen.findByRole('progressbar', { name: 'A enviar o pedido… anexo 2 de 2' });
  expect(bar).toHaveAccessibleDescription('1,5 de 2 MB enviados');
  await user.click(screen.getByRole('button', { name: /^Eliminar/ }));
  const tooLate = await screen.findByText(/está a ser enviado neste momento e já não pode ser parado/);
  expect(await listWaiting(db)).toHaveLength(1);
  await postpone(db, await commandOf(db, requestId), { nextAttemptAt: 0 });
  await waitFor(() => expect(tooLate).not.toBeInTheDocument());
});

test('of a file that is smaller than a megabyte it is said in kB how much has gone', async () => {
  const db = openMemoryDatabase();
  const requestId = await writeCompleteDraft(db);
  await attachPdf(db, requestId, pdfBytes(40 * 1024, 1), 'a.pdf');
  await submitDraft(db, requestId, NOON);
  await beginAttempt(db, await commandOf(db, requestId), NOON);
  const sent = { requestId, sentBytes: 10 * 1024, totalBytes: 40 * 1024, attachment: 1, attachments: 1 };
  await noteProgress(db, await commandOf(db, requestId), sent, true);
  const { screen } = await renderPage(db);
  const bar = await screen.findByRole('progressbar', { name: 'A enviar o pedido… anexo 1 de 1' });
  await waitFor(() => expect(bar).toHaveAccessibleDescription('10 de 40 kB enviados'));
});

test('«Não enviar» makes a draft of one request and leaves the others waiting', async () => {
  const db = openMemoryDatabase();
  const stays = await submitCompleteDraft(db, 'Este pedido fica por enviar.');
  const goes = await submitCompleteDraft(db, 'Este pedido volta a rascunho.');
  const { screen, user } = await renderPage(db);
  await user.click(await screen.findByRole('button', { name: 'Não enviar «Este pedido volta a rascunho.»' }));
  await waitFor(async () => expect(await listWaiting(db)).toMatchObject([{ requestId: stays }]));
  expect(await listOpenDrafts(db)).toMatchObject([{ id: goes }]);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('whoever pressed «Tentar enviar agora» is at the heading once there is nothing left to send', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { screen, user } = await renderPage(db);
  await user.click(await screen.findByRole('button', { name: 'Tentar enviar agora' }));
  await recordReceived(db, registeredRequest(id));
  expect(await screen.findByText('Não há nada por enviar')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('trying is offered without a connection too, of which browsers may be wrong, and tells when it was', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const { screen, user } = await renderPage(db);
  expect(await screen.findByText(/^À espera de ligação/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tentar enviar agora' }));
  expect(await screen.findByText(/^Última tentativa às \d\d:\d\d\.$/, { selector: 'main p' })).toBeVisible();
});

test('whoever has to sign in is told so, with or without a connection, and is offered no try', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const { screen } = await renderPage(db);
  const offer = () => screen.queryByRole('button', { name: 'Tentar enviar agora' });
  await waitFor(() => expect(offer()).toBeVisible());
  await pauseUntilSignedIn(db);
  await waitFor(() => expect(offer()).toBeNull());
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  expect(await screen.findByText('À espera de que inicie sessão.')).toBeVisible();
});

test('what is deleted can be brought back to wait again', async () => {
  const db = openMemoryDatabase();
  const requestId = await submitCompleteDraft(db);
  const { screen, user } = await renderPage(db);
  const item = await screen.findByRole('listitem');
  await user.click(within(item).getByRole('button', { name: /^Eliminar/ }));
  expect(await screen.findByText('Não há nada por enviar')).toBeVisible();
  expect((await readDraft(db, requestId))?.deletedAt).not.toBeNull();
  expect(useNotices.getState().notice?.text).toBe('O pedido por enviar foi eliminado.');
  useNotices.getState().notice?.undo?.run();
  expect(await screen.findByText('Há 1 pedido por enviar.')).toBeVisible();
});

test('with nothing waiting the page says so', async () => {
  const { screen } = await renderPage(openMemoryDatabase());
  expect(await screen.findByText('Não há nada por enviar')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
