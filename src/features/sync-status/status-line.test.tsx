import { waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { formatTime } from '../../../shared/format-date.ts';
import { NOON, registeredRequest, submitCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { patchSyncState } from '../../db/core/metadata.ts';
import { beginAttempt } from '../../db/outbox/attempts.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { announce } from '../../ui/live-region.tsx';
import { StatusLine } from './status-line.tsx';

const OFFLINE = 'Sem ligação à Internet.';
const MAY_WRITE = `${OFFLINE} Pode continuar a escrever.`;
const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const HOUR_MS = 3_600_000;

/** A time so far ahead that the line tells it. It must not be at the turn of a day. */
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

test('while all is well there is no line', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { connection: 'reached' });
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  await patchSyncState(db, { connection: 'noConnection' });
  await screen.findByText(OFFLINE, { selector: 'p' });
  await patchSyncState(db, { connection: 'reached' });
  await waitFor(() => expect(screen.queryByText(OFFLINE, { selector: 'p' })).toBeNull());
});

test('losing the connection is said and announced once', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  expect(await screen.findByText(OFFLINE, { selector: 'p' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(OFFLINE));
});

test.each([
  ['a draft', '/rascunhos/d/descricao', MAY_WRITE],
  ['a request that the server has', `/pedidos/${ID}`, MAY_WRITE],
  ['a request that waits', '/pedidos/another', OFFLINE],
  ['what is waiting', '/por-enviar', OFFLINE],
])('without a connection, the page of %s says whether one can go on writing', async (_page, path, words) => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  await patchSyncState(db, { connection: 'noConnection' });
  const { screen } = await renderFeature(<StatusLine path={path} />, { db });
  expect(await screen.findByText(words, { selector: 'p' })).toBeVisible();
});

test('a server that is down is named with the next try, and each later try is not announced again', async () => {
  const db = openMemoryDatabase();
  const [first, second] = [inHours(1), inHours(2)];
  const words = (at: string) => `O e-Clic não responde. Voltamos a tentar às ${formatTime(at, 'pt-PT')}.`;
  await patchSyncState(db, { connection: 'serverDown', nextAttemptAt: first });
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  expect(await screen.findByText(words(first), { selector: 'p' })).toBeVisible();
  const status = screen.getByRole('status');
  await waitFor(() => expect(status).toHaveTextContent(words(first)));

  const said: string[] = [];
  new MutationObserver(() => said.push(status.textContent ?? '')).observe(status, { childList: true });
  await patchSyncState(db, { nextAttemptAt: second });
  await screen.findByText(words(second), { selector: 'p' });
  // Sentences are said in their order: this one comes after any other.
  announce('Fim.');
  await waitFor(() => expect(said.join('')).toContain('Fim.'));
  expect(said.join('')).not.toContain(words(second));
});

test.each([
  ['is past', () => inHours(-1)],
  ['is the minute that it is', () => new Date(Date.now() + 20_000).toISOString()],
  ['is not known', () => null],
])('a next try that %s is promised for a moment, not for a time', async (_what, nextAttemptAt) => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { connection: 'serverDown', nextAttemptAt: nextAttemptAt() });
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  const words = 'O e-Clic não responde. Voltamos a tentar dentro de momentos.';
  expect(await screen.findByText(words, { selector: 'p' })).toBeVisible();
});

test.each([
  [1, 'Inicie sessão para enviar 1 pedido.'],
  [2, 'Inicie sessão para enviar 2 pedidos.'],
])('with the session over and %i waiting: %s', async (count, words) => {
  const db = openMemoryDatabase();
  // This request does not wait for the sign-in, so it is not counted.
  await submitCompleteDraft(db);
  await patchSyncState(db, { connection: 'signedOut' });
  for (let n = 0; n < count; n += 1) await submitCompleteDraft(db);
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  expect(await screen.findByText(words, { selector: 'p' })).toBeVisible();
});

test('what is on its way says so at its own place, and pushes no page about', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const [entry] = await listWaiting(db);
  await beginAttempt(db, entry?.commandId ?? '', NOON);
  await patchSyncState(db, { connection: 'noConnection' });
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  await screen.findByText(OFFLINE, { selector: 'p' });
  await patchSyncState(db, { connection: 'reached' });
  await waitFor(() => expect(document.querySelector('main p')).toBeNull());
});
