import { expect, test, vi } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import { createMemoryCaches } from '../../../testing/memory-caches.ts';
import { createPretendWorker } from '../../../testing/pretend-worker.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readChanges } from '../../api/change-calls.ts';
import { createApiClient } from '../../api/client.ts';
import { endSession } from '../../api/session-calls.ts';
import { readKeptReceiptKeys } from '../../db/core/receipt-keys.ts';
import { systemClock } from '../../lib/clock.ts';
import { shipReceiptKeys } from '../device/worker/ship-receipt-keys.ts';

/** Returns a receipt that Maria has had from the pretend server; she has signed out since. */
async function receiptFrom(server: Server): Promise<string> {
  const api = createApiClient('https://e-clic.invalid', server);
  const { citizen } = await signInAtServer(api);
  const outcome = await readChanges(api, citizen.id, null);
  if (outcome.kind !== 'accepted') throw new Error('Nothing has changed');
  await endSession(api);
  const receipts = outcome.value.changes.map((change) => change.type === 'request' && change.request.receipt);
  return receipts.find((receipt) => typeof receipt === 'string') || '';
}

/** Returns the caches that the worker has filled while it was installed. */
async function cachesOfWorker(server: Server): Promise<CacheStorage> {
  const caches = createMemoryCaches();
  const worker = createPretendWorker();
  const fetch = (path: string, options: RequestInit) =>
    server(new Request(`https://e-clic.invalid${path}`, options));
  shipReceiptKeys(worker.scope, { caches, fetch, clock: systemClock });
  await worker.dispatch('install');
  return caches;
}

test('somebody signed out opens the code of a receipt, which then stands in no address and was sent to no server', async () => {
  const server = createTestServer();
  const jws = await receiptFrom(server);
  const sent: string[] = [];
  const watched: Server = async (request) => {
    sent.push(request.url, await request.clone().text());
    return server(request);
  };
  const { screen, path } = await renderApp({ at: `/verificar#${jws}`, server: watched });
  await screen.findByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' });
  expect(screen.queryByText('Maria Exemplo')).toBeNull();
  await expect.poll(() => path()).toBe('/verificar');
  expect(document.title).toBe('Verificar comprovativo – e-Clic');
  expect(sent.join(' ')).not.toContain(jws.slice(-40));
  // The page keeps what it said.
  expect(screen.getByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' })).toBeVisible();
});

test('whoever leaves a shared device leaves nothing of the receipt that they have checked on the page', async () => {
  const server = createTestServer();
  const jws = await receiptFrom(server);
  const { app, screen } = await renderApp({ at: `/verificar#${jws}`, server });
  await screen.findByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), true);
  expect(screen.getByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' })).toBeVisible();
  await session.leave('erase');
  await expect.poll(() => screen.queryByText(/EC-20\d\d-/)).toBeNull();
  expect(screen.queryByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' })).toBeNull();
});

test('a device on which the page was opened once with a connection checks without one, and one on which only another page was, by the keys that came with the app; a third says what it lacks', async () => {
  const server = createTestServer();
  const jws = await receiptFrom(server);
  const nobody: Server = async () => {
    throw new TypeError('There is no connection');
  };
  const { app, screen, close } = await renderApp({ at: '/verificar', server });
  await expect.poll(() => readKeptReceiptKeys(app.device)).not.toBeNull();
  await close();

  const again = await renderApp({ at: `/verificar#${jws}`, server: nobody, device: 'same' });
  await screen.findByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' });
  await again.close();

  vi.stubGlobal('caches', await cachesOfWorker(server));
  const lucky = await renderApp({ at: `/verificar#${jws}`, server: nobody });
  await screen.findByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' });
  await lucky.close();
  vi.unstubAllGlobals();

  await renderApp({ at: `/verificar#${jws}`, server: nobody });
  await screen.findByRole('heading', { level: 2, name: 'Não foi possível confirmar' });
  expect(screen.getByText('Este dispositivo ainda não tem as chaves do serviço.')).toBeVisible();
});
