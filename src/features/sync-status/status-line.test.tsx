import { waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { patchSyncState } from '../../db/core/metadata.ts';
import { beginAttempt, listWaiting } from '../../db/outbox/outbox.ts';
import { setSessionStatus } from '../../state/session.ts';
import { NOON, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { StatusLine } from './status-line.tsx';

const OFFLINE = 'Sem ligação à Internet. Pode continuar a escrever.';

afterEach(() => setSessionStatus('unknown'));

test('while all is well there is no line', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { connection: 'reached' });
  const { screen } = await renderFeature(<StatusLine />, { db });
  await patchSyncState(db, { connection: 'noConnection' });
  await screen.findByText(OFFLINE, { selector: 'p' });
  await patchSyncState(db, { connection: 'reached' });
  await waitFor(() => expect(screen.queryByText(OFFLINE, { selector: 'p' })).toBeNull());
});

test('losing the connection is said and announced once', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderFeature(<StatusLine />, { db });
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  expect(await screen.findByText(OFFLINE, { selector: 'p' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(OFFLINE));
});

test('a server that is down is named with the next try, and each later try is not announced again', async () => {
  const db = openMemoryDatabase();
  await patchSyncState(db, { connection: 'serverDown', nextAttemptAt: '2026-11-25T10:45:00Z' });
  const { screen } = await renderFeature(<StatusLine />, { db });
  const first = 'O e-Clic não responde. Voltamos a tentar às 10:45.';
  expect(await screen.findByText(first, { selector: 'p' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(first));

  await patchSyncState(db, { nextAttemptAt: '2026-11-25T10:50:00Z' });
  await screen.findByText('O e-Clic não responde. Voltamos a tentar às 10:50.', { selector: 'p' });
  expect(screen.getByRole('status')).toHaveTextContent(first);
});

test.each([
  [1, 'Inicie sessão para enviar 1 pedido.'],
  [2, 'Inicie sessão para enviar 2 pedidos.'],
])('with the session over and %i waiting: %s', async (count, words) => {
  const db = openMemoryDatabase();
  for (let n = 0; n < count; n += 1) await submitCompleteDraft(db);
  setSessionStatus('ended');
  const { screen } = await renderFeature(<StatusLine />, { db });
  expect(await screen.findByText(words, { selector: 'p' })).toBeVisible();
});

test('what is on its way is said', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const [entry] = await listWaiting(db);
  await beginAttempt(db, entry?.commandId ?? '', NOON);
  const { screen } = await renderFeature(<StatusLine />, { db });
  expect(await screen.findByText('A enviar 1 pedido…', { selector: 'p' })).toBeVisible();
});
