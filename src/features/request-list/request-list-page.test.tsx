import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  citizenMessage,
  NOON,
  receiveMessage,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { SearchableList } from '../../../testing/searchable-list.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { markRead } from '../../db/requests/request-actions.ts';
import { recordReceived } from '../../db/requests/requests.ts';

/** Sets the server's clock, whatever day this test runs on. */
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
  ['2026-12-11T12:00:00Z', 'O prazo termina hoje'],
  ['2026-12-15T12:00:00Z', 'Atraso de 2 dias úteis'],
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
    'Por ler',
    'Referência EC-2026-0000124',
    'A contagem parou',
    'Em nome de Alice Modelo',
  ]) {
    expect(group).toHaveTextContent(words);
  }
});

test('a card says how the newest message begins, and how the citizen’s own words do while there is none', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const id = crypto.randomUUID();
  const [asked, replied] = ['2026-11-26T10:00:00.000Z', '2026-11-27T10:00:00.000Z'];
  await recordReceived(db, registeredRequest(id, { description: 'O abono do meu filho.' }));
  const { screen } = await renderList(db);
  await screen.findByText('O abono do meu filho.');

  const question = { author: 'office', purpose: 'question', body: 'De que mês é o abono?' } as const;
  await receiveMessage(db, citizenMessage('question', id, { ...question, sentAt: asked }));
  await recordReceived(
    db,
    registeredRequest(id, { lastMessageAt: asked, readUpTo: asked, updatedAt: asked }),
  );
  await screen.findByText('De que mês é o abono?');
  await receiveMessage(db, citizenMessage('reply', id, { body: 'De setembro.', sentAt: replied }));
  await screen.findByText('De setembro.');
  expect(screen.queryByText('O abono do meu filho.')).toBeNull();
});

test('what was brought in on another day says on which', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { lastSuccessAt: '2026-03-09T10:32:00.000Z' });
  const { screen } = await renderFeature(<SearchableList />, { db });
  expect(await screen.findByText(/^Atualizado em 9 de março de 2026 às 10:32/)).toBeVisible();
  expect(screen.queryByText(/^Atualizado hoje/)).toBeNull();
});

test('a question stands first, read or not; what else is unread comes next, and goes to its group once it is read', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const lastMessageAt = NOON.toISOString();
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  await recordReceived(db, registeredRequest(first, { state: 'answered', lastMessageAt }));
  const { screen } = await renderList(db);
  await waitFor(() => expect(document.title).toBe('(1) Os meus pedidos – e-Clic'));
  expect(screen.queryByRole('region', { name: /^Concluídos/ })).toBeNull();

  await recordReceived(db, registeredRequest(second, { state: 'awaitingCitizen', lastMessageAt }));
  const asked = await screen.findByRole('region', { name: 'Precisa de si (1)' });
  await waitFor(() => expect(asked).toHaveTextContent('Por ler'));
  expect(screen.getAllByRole('heading', { level: 2 })[1]).toHaveTextContent('Respostas por ler (1)');
  await waitFor(() => expect(document.title).toBe('(2) Os meus pedidos – e-Clic'));
  await markRead(db, first, lastMessageAt, NOON);
  expect(await screen.findByRole('region', { name: 'Concluídos (1)' })).toBeVisible();
  await markRead(db, second, lastMessageAt, NOON);
  await waitFor(() => expect(asked).not.toHaveTextContent('Por ler'));
  expect(document.title).toBe('(1) Os meus pedidos – e-Clic');
  expect(screen.queryByRole('region', { name: /^Respostas por ler/ })).toBeNull();
});

test('somebody new is greeted, told what e-Clic does and given one way to begin, and nothing to search', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  const { screen } = await renderList(db);
  expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('Boas-vindas ao e-Clic');
  expect(screen.getAllByRole('link')).toEqual([screen.getByRole('link', { name: 'Criar pedido' })]);
  expect(screen.queryByRole('searchbox')).toBeNull();

  await recordReceived(db, registeredRequest(crypto.randomUUID()));
  expect(await screen.findByRole('region', { name: 'Em curso (1)' })).toBeVisible();
  expect(screen.queryByText('Boas-vindas ao e-Clic')).toBeNull();
  expect(screen.getByRole('link', { name: 'Criar pedido' })).toBeVisible();
});

test('there is nothing to search with until the eighth request', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  for (let n = 0; n < 7; n += 1) await recordReceived(db, registeredRequest(crypto.randomUUID()));
  const { screen } = await renderList(db);
  expect(await screen.findByRole('region', { name: 'Em curso (7)' })).toBeVisible();
  expect(screen.queryByRole('searchbox')).toBeNull();
  await recordReceived(db, registeredRequest(crypto.randomUUID()));
  expect(await screen.findByRole('searchbox', { name: 'Procurar nos meus pedidos' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Filtros' })).toBeVisible();
});

test('below twenty others, what is under way is one press away', async () => {
  const db = openMemoryDatabase();
  await pretendServerTime(db, '2026-12-01T12:00:00Z');
  for (let n = 0; n < 20; n += 1) {
    await recordReceived(db, registeredRequest(crypto.randomUUID(), { state: 'awaitingCitizen' }));
  }
  await recordReceived(db, registeredRequest(crypto.randomUUID()));
  const { screen, user } = await renderList(db);
  const index = await screen.findByRole('navigation', { name: 'Grupos de pedidos' });
  await user.click(within(index).getByRole('button', { name: 'Ir para um grupo' }));
  await user.click(within(index).getByRole('button', { name: 'Em curso (1)' }));
  expect(screen.getByRole('heading', { name: 'Em curso (1)' })).toHaveFocus();
});

test('before the server has answered once nobody is told that there is nothing', async () => {
  const { screen } = await renderFeature(<SearchableList />, { db: openMemoryDatabase() });
  expect(await screen.findByText('Estamos a ir buscar os seus pedidos.')).toBeVisible();
  expect(screen.queryByText('Boas-vindas ao e-Clic')).toBeNull();
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
  expect(await screen.findByText('ã'.repeat(200))).toBeVisible();
  expect(document.querySelector('main img')).toBeNull();
});
