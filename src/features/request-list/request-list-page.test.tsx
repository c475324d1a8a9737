import { fireEvent, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { saveDraft } from '../../db/drafts/drafts.ts';
import { markRead } from '../../db/requests/request-actions.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { NOON, registeredRequest, submitCompleteDraft, writeCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { SearchableList } from '../../testing/searchable-list.tsx';

/** The server's Monday noon, whatever day this test runs on. */
async function pretendServerTime(db: CitizenDatabase, serverNow: string): Promise<void> {
  const now = new Date();
  await patchSyncState(db, {
    lastSuccessAt: now.toISOString(),
    clockOffsetMs: Date.parse(serverNow) - now.getTime(),
  });
}

async function renderList(db: CitizenDatabase) {
  const page = await renderFeature(<SearchableList />, { db });
  await page.screen.findByText(/^Atualizado hoje, às/);
  return page;
}

test('each thing stands in its group, with a count, and empty groups are not there', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-11-30T12:00:00Z');
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { state: 'inReview' }));
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { reference: 'EC-2026-0000125' }));
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { state: 'answered' }));
  await writeCompleteDraft(db, 'O meu rascunho sobre a pensão');
  await submitCompleteDraft(db);

  const { screen } = await renderList(db);
  const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  await waitFor(() =>
    expect(headings()).toEqual(['Por enviar (1)', 'Rascunhos (1)', 'Em curso (2)', 'Concluídos (1)']),
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Os meus pedidos');
  const drafts = screen.getByRole('region', { name: 'Rascunhos (1)' });
  expect(within(drafts).getByRole('link')).toHaveTextContent('O meu rascunho sobre a pensão');
});

test.each([
  ['2026-12-01T12:00:00Z', 'Faltam 7 dias úteis'],
  ['2026-12-10T12:00:00Z', 'Falta 1 dia útil'],
  ['2026-12-11T12:00:00Z', 'Termina hoje'],
  ['2026-12-15T12:00:00Z', 'O prazo terminou há 2 dias úteis'],
])('at %s by the server the card says: %s', async (serverNow, words) => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, serverNow);
  await recordReceived(db, registeredRequest(crypto.randomUUID()));
  const { screen } = await renderList(db);
  expect(await screen.findByText(words)).toBeVisible();
});

test('a card tells what waits to be read, for whom, and what is asked of the citizen', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const asked = registeredRequest(crypto.randomUUID(), {
    state: 'awaitingCitizen',
    deadlinePaused: true,
    lastMessageAt: NOON.toISOString(),
    onBehalfOf: { id: 'c_alice', name: 'Alice Modelo' },
  });
  await recordReceived(db, asked);
  const { screen } = await renderList(db);
  const group = await screen.findByRole('region', { name: 'Precisa de si (1)' });
  await within(group).findByRole('link');
  for (const words of [
    'Aguarda a sua resposta',
    'Mensagem por ler',
    'Referência EC-2026-0000124',
    'O prazo está parado até responder',
    'Em nome de Alice Modelo',
  ]) {
    expect(group).toHaveTextContent(words);
  }
});

test('what was brought in on another day says on which', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { lastSuccessAt: '2026-03-09T10:32:00.000Z' });
  const { screen } = await renderFeature(<SearchableList />, { db });
  expect(await screen.findByText(/^Atualizado em 9 de março de 2026 às 10:32/)).toBeVisible();
  expect(screen.queryByText(/^Atualizado hoje/)).toBeNull();
});

test('how many requests have news stands in the list and in the title, and goes once it is read', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const lastMessageAt = NOON.toISOString();
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  await recordReceived(db, registeredRequest(first, { state: 'answered', lastMessageAt }));
  const { screen } = await renderList(db);
  await waitFor(() => expect(document.title).toBe('(1) Os meus pedidos – e-Clic'));
  expect(screen.getByText('Tem 1 pedido com mensagens por ler.')).toBeVisible();

  await recordReceived(db, registeredRequest(second, { state: 'answered', lastMessageAt }));
  expect(await screen.findByText('Tem 2 pedidos com mensagens por ler.')).toBeVisible();
  await waitFor(() => expect(document.title).toBe('(2) Os meus pedidos – e-Clic'));
  for (const id of [first, second]) await markRead(db, id, lastMessageAt, NOON);
  await waitFor(() => expect(document.title).toBe('Os meus pedidos – e-Clic'));
  expect(screen.queryByText(/mensagens por ler/)).toBeNull();
});

test('whoever has nothing yet is told how to begin', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const { screen } = await renderList(db);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Ainda não tem pedidos');
});

test('before the server has answered once nobody is told that there is nothing', async () => {
  const { screen } = await renderFeature(<SearchableList />, { db: openMemoryDatabase() });
  expect(await screen.findByText('Estamos a ir buscar os seus pedidos.')).toBeVisible();
  expect(screen.queryByText('Ainda não tem pedidos')).toBeNull();
});

test('the fifty-first request comes with *Mostrar mais*, and the focus goes on there', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  for (let n = 0; n < 51; n += 1) {
    await recordReceived(db, registeredRequest(crypto.randomUUID(), { reference: `EC-2026-${n}` }));
  }
  const { screen, user } = await renderList(db);
  await user.click(await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' }));
  const group = screen.getByRole('region', { name: 'Em curso (51)' });
  await waitFor(() => expect(within(group).getAllByRole('link')[50]).toHaveFocus());
  expect(screen.queryByRole('button', { name: /^Mostrar mais/ })).toBeNull();
});

test('whoever presses *Mostrar mais* keeps the button under the fingers while there are more', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  for (let n = 0; n < 101; n += 1) await recordReceived(db, registeredRequest(crypto.randomUUID()));
  const { screen } = await renderList(db);
  const button = await screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' });
  fireEvent.click(button);
  expect(button).toBeInTheDocument();
  const group = screen.getByRole('region', { name: 'Em curso (101)' });
  await waitFor(() => expect(within(group).getAllByRole('link')).toHaveLength(100));
  expect(button).toBeInTheDocument();
});

test('a hostile description is shown as the text it is', async () => {
  const db = openMemoryDatabase();
  const hostile = '<img src=x onerror=alert(1)> \u202Etxet desrever';
  const patch = { description: hostile };
  await saveDraft(db, crypto.randomUUID(), { patch, baseRevision: 0, writer: 'test' }, NOON);
  await recordReceived(db, registeredRequest(crypto.randomUUID(), { description: 'ã'.repeat(10_000) }));
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const { screen } = await renderList(db);
  expect((await screen.findByText(hostile)).tagName).toBe('BDI');
  expect(await screen.findByText(`${'ã'.repeat(140)}…`)).toBeVisible();
  expect(document.querySelector('main img')).toBeNull();
});
