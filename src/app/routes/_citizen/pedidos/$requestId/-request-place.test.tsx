import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { renderFeature } from '../../../../../../testing/render-feature.tsx';
import { beginSending, renderPlace, submitNow } from '../../../../../../testing/request-place.tsx';
import { patchSyncState } from '../../../../../db/core/metadata.ts';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { beginCommit } from '../../../../../db/outbox/attempts.ts';
import { readWaiting } from '../../../../../db/outbox/outbox.ts';
import { recordRefused } from '../../../../../db/outbox/refusals.ts';
import { readRequest, recordReceived } from '../../../../../db/requests/requests.ts';
import { readInitialRequest } from '../../../../../features/request-thread/request-stage.ts';
import { RequestPlace } from './-request-place.tsx';

const SENDING = 'A enviar o pedido';
const NOT_SENT = 'O pedido ainda não foi enviado';
const RECEIVED = 'Pedido recebido';
const REQUEST = /^Pedido EC-2026-0000124 /;

test('from the press to received to the request, each page takes the focus and the title', async () => {
  const db = openMemoryDatabase();
  const id = await submitNow(db);
  const { screen, user } = await renderPlace(db, id);

  expect(await screen.findByRole('heading', { level: 1, name: SENDING })).toBeVisible();
  await waitFor(() => expect(document.title).toContain(SENDING));
  expect(screen.getByText(/^Pode fechar esta página/)).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();

  await recordReceived(db, registeredRequest(id));
  const received = await screen.findByRole('heading', { level: 1, name: RECEIVED });
  await waitFor(() => expect(received).toHaveFocus());
  expect(document.title).toContain(RECEIVED);
  expect(screen.getByRole('main')).toHaveTextContent('Referência EC-2026-0000124');
  expect(screen.getByText(/Deve ter resposta até 11 de dezembro de 2026/)).toBeVisible();

  await user.click(screen.getByRole('link', { name: 'Ver o pedido' }));
  const request = await screen.findByRole('heading', { level: 1, name: REQUEST });
  await waitFor(() => expect(request).toHaveFocus());
  expect(document.title).toMatch(REQUEST);
  await waitFor(async () => expect((await readRequest(db, id))?.justReceived).toBe(0));
});

test('*Não enviar* gives the request back as a draft, at its summary', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { screen, user, pathname } = await renderPlace(db, id);
  await user.click(await screen.findByRole('button', { name: 'Não enviar' }));
  await waitFor(() => expect(pathname()).toBe(`/rascunhos/${id}/resumo`));
  expect((await db.drafts.get(id))?.submittedAt).toBeNull();
  expect(await db.outbox.count()).toBe(0);
});

test('*Não enviar* says when it comes too late', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { commandId } = await beginSending(db, id);
  await beginCommit(db, commandId);
  const { screen, user } = await renderPlace(db, id);
  await user.click(await screen.findByRole('button', { name: 'Não enviar' }));
  expect((await screen.findAllByText(/já não pode ser parado/)).length).toBeGreaterThan(0);
  expect(await db.outbox.count()).toBe(1);
});

test('*Tentar enviar agora* makes it due at once', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const entry = await readWaiting(db, id);
  const inAnHour = Date.now() + 3_600_000;
  await db.outbox.update(entry?.commandId ?? '', { nextAttemptAt: inAnHour, waitReason: 'serverDown' });
  const { screen, user } = await renderPlace(db, id);
  expect(await screen.findByText(/O e-Clic não responde\. Voltamos a tentar às \d\d:\d\d\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Tentar enviar agora' }));
  await waitFor(async () => expect((await readWaiting(db, id))?.nextAttemptAt).toBeLessThan(inAnHour));
});

test('a refused request leads to the summary of its draft', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const entry = await beginSending(db, id);
  const { screen, pathname } = await renderPlace(db, id);
  await screen.findByRole('heading', { level: 1, name: NOT_SENT });
  await recordRefused(db, entry, { type: 'validation', issues: [], at: NOON.toISOString() });
  await waitFor(() => expect(pathname()).toBe(`/rascunhos/${id}/resumo`));
});

test('a draft leads to the step it had reached', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await saveDraft(db, id, { patch: { description: 'Uma dúvida' }, baseRevision: 0, writer: 'test' }, NOON);
  const { pathname } = await renderPlace(db, id);
  await waitFor(() => expect(pathname()).toBe(`/rascunhos/${id}/descricao`));
});

test('an unknown address is said to be unknown only once the server has told what there is', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderPlace(db, crypto.randomUUID());
  await screen.findByRole('heading', { level: 1, name: 'A ir buscar o pedido' });
  await patchSyncState(db, { lastSuccessAt: NOON.toISOString() });
  const title = 'Não encontrámos este pedido neste dispositivo';
  await screen.findByRole('heading', { level: 1, name: title });
  expect(screen.getByRole('link', { name: 'Voltar à lista de pedidos' })).toHaveAttribute('href', '/pedidos');
});

test('nobody is shown what was read of a request for another citizen', async () => {
  const id = crypto.randomUUID();
  const first = openMemoryDatabase('c_maria');
  await recordReceived(first, registeredRequest(id, { reference: 'EC-2026-0000999' }));
  const known = await readInitialRequest(first, id);
  const db = openMemoryDatabase('c_joao');
  const { screen } = await renderFeature(<RequestPlace requestId={id} initial={known} />, {
    db,
    address: `/pedidos/${id}`,
  });
  expect(document.body).not.toHaveTextContent('EC-2026-0000999');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toBeVisible());
  expect(document.body).not.toHaveTextContent('EC-2026-0000999');
});

test('what was read of a request before it is shown stands there with the first drawing', async () => {
  const id = crypto.randomUUID();
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(id));
  await db.requests.update(id, { justReceived: 0 });
  const first = await readInitialRequest(db, id);
  const { screen } = await renderFeature(<RequestPlace requestId={id} initial={first} />, {
    db,
    address: `/pedidos/${id}`,
  });
  expect(screen.getByRole('heading', { level: 1, name: REQUEST })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'O que pode fazer' })).toBeVisible();
});
