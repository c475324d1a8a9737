import { act, cleanup, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenRequest } from '../../../../../../contract/types.ts';
import {
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { renderPlace } from '../../../../../../testing/request-place.tsx';
import { readRequest, recordReceived } from '../../../../../db/requests/requests.ts';

const RECEIVED = 'Pedido recebido';
const REQUEST = /^Pedido EC-2026-0000124 /;

test('*Pedido recebido* stays while it is looked at, whatever another tab has done', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  const { screen } = await renderPlace(db, id);
  await screen.findByRole('heading', { level: 1, name: RECEIVED });

  await db.requests.update(id, { justReceived: 0, office: { name: 'Outro serviço' } });
  await recordReceived(
    db,
    registeredRequest(id, { updatedAt: '2026-11-25T12:30:00.000Z', dueOn: '2026-12-14' }),
  );
  await screen.findByText(/Deve ter resposta até 14 de dezembro de 2026/);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(RECEIVED);
});

test('*Pedido recebido* names no day of an answer once the office has asked something meanwhile', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  const { screen } = await renderPlace(db, id);
  await screen.findByText(/Deve ter resposta até 11 de dezembro de 2026/);
  await recordReceived(db, registeredRequest(id, { ...ASKED, deadlinePaused: true }));
  await waitFor(() => expect(screen.queryByText(/Deve ter resposta/)).toBeNull());
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(RECEIVED);
  expect(screen.getByText(/a pergunta fica na página do pedido/)).toBeVisible();
});

test('*Pedido recebido* stays until the page that was pressed for has come', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  const { screen, user, router } = await renderPlace(db, id, new Promise(() => {}));
  await screen.findByRole('heading', { level: 1, name: RECEIVED });
  await waitFor(async () => expect((await readRequest(db, id))?.justReceived).toBe(0));
  await user.click(screen.getByRole('link', { name: 'Ver todos os pedidos' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/pedidos'));
  await act(async () => undefined);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(RECEIVED);
});

test('whoever comes again to a request that was received finds the request', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  const first = await renderPlace(db, id);
  await first.screen.findByRole('heading', { level: 1, name: RECEIVED });
  await waitFor(async () => expect((await readRequest(db, id))?.justReceived).toBe(0));
  cleanup();
  const { screen } = await renderPlace(db, id);
  expect(await screen.findByRole('heading', { level: 1, name: REQUEST })).toBeVisible();
});

const SINCE = { updatedAt: '2026-12-02T12:00:00.000Z' };
const ASKED = { ...SINCE, state: 'awaitingCitizen', lastMessageAt: SINCE.updatedAt } as const;
const NEWS: [string, Partial<CitizenRequest>][] = [
  ['asked about', ASKED],
  ['answered', { ...SINCE, state: 'answered', lastMessageAt: SINCE.updatedAt }],
  ['written about', { ...SINCE, state: 'inReview', lastMessageAt: SINCE.updatedAt }],
  ['withdrawn elsewhere', { ...SINCE, state: 'withdrawn' }],
];

test.each(NEWS)('a request that was %s before the citizen looks is shown itself', async (_what, news) => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  await recordReceived(db, registeredRequest(id, news));
  const { screen } = await renderPlace(db, id);
  expect(await screen.findByRole('heading', { level: 1, name: REQUEST })).toBeVisible();
  await waitFor(async () => expect((await readRequest(db, id))?.justReceived).toBe(0));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(REQUEST);
});

test('a question about a request that was begun here and sent from another device is found at once', async () => {
  const db = openMemoryDatabase();
  const id = await writeCompleteDraft(db);
  await recordReceived(db, registeredRequest(id, ASKED));
  const { screen } = await renderPlace(db, id);
  expect(await screen.findByRole('heading', { level: 1, name: REQUEST })).toBeVisible();
});

test.each<[string, string | RegExp, Partial<CitizenRequest>]>([
  ['without news keeps *Pedido recebido*', RECEIVED, { ...SINCE, state: 'inReview' }],
  ['with news shows the request', REQUEST, ASKED],
])('a page that the browser opens anew %s', async (_what, name, news) => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(id));
  const { screen, router } = await renderPlace(db, id);
  await screen.findByRole('heading', { level: 1, name: RECEIVED });
  await waitFor(() => expect(router.state.location.state.isReceived).toBe(true));
  await router.navigate({ to: '/' });
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeNull());
  await recordReceived(db, registeredRequest(id, news));
  router.history.back();
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(name);
});
