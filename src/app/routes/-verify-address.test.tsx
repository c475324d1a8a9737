import { expect, test, vi } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readChanges } from '../../api/change-calls.ts';
import { createApiClient } from '../../api/client.ts';

/** What Maria has from the pretend server. */
async function receiptFrom(server: Server): Promise<string> {
  const api = createApiClient('https://e-clic.invalid', server);
  await signInAtServer(api);
  const outcome = await readChanges(api, null);
  if (outcome.kind !== 'accepted') throw new Error('Nothing has changed');
  const receipts = outcome.value.changes.map((change) => change.type === 'request' && change.request.receipt);
  return receipts.find((receipt) => typeof receipt === 'string') || '';
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
  await vi.waitFor(() => expect(path()).toBe('/verificar'));
  expect(document.title).toBe('Verificar comprovativo – e-Clic');
  expect(sent.join(' ')).not.toContain(jws.slice(-40));
  // The page keeps what it said.
  expect(screen.getByRole('heading', { level: 2, name: 'Comprovativo verdadeiro' })).toBeVisible();
});
