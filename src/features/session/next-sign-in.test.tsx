import { describe, expect, it } from 'vitest';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { signInOnPage } from '../../../testing/sign-in-on-page.ts';
import { startCmdSignIn } from '../../api/sign-in-calls.ts';
import { useSession } from '../../state/session.ts';

/** Signs Maria in and out again while the server takes no sign-out. */
async function signOutUntold() {
  const real = createTestServer();
  const writes: string[] = [];
  let isDown = false;
  const rendered = await renderApp({
    at: '/entrar',
    server: async (request) => {
      if (isDown && request.method === 'DELETE') return new Response(null, { status: 503 });
      if (request.method !== 'GET') writes.push(`${request.method} ${new URL(request.url).pathname}`);
      return real(request);
    },
  });
  const { api, session } = rendered.app.services;
  await session.enter(await signInAtServer(api), false);
  await rendered.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
  isDown = true;
  await session.leave('keep');
  writes.length = 0;
  function comeBack() {
    isDown = false;
  }
  return { ...rendered, api, session, writes, comeBack };
}

describe('a sign-in after a sign-out that the server could not be told of', () => {
  it('is not ended by that while its code is being fetched', async () => {
    const { comeBack, session, ...rendered } = await signOutUntold();
    comeBack();
    // Coming back from the application with the messages has the app ask who is signed in.
    await signInOnPage(rendered, { beforeCode: session.reconcile });
    await rendered.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    expect(useSession.getState()).toMatchObject({ citizen: { name: 'Maria Exemplo' }, isSignedIn: true });
  });

  it('by Chave Móvel Digital begins once the server has been told', async () => {
    const { api, writes, comeBack } = await signOutUntold();
    expect(await startCmdSignIn(api)).toMatchObject({ kind: 'unreachable' });
    comeBack();
    expect(await startCmdSignIn(api)).toMatchObject({ kind: 'accepted' });
    expect(writes).toEqual(['DELETE /api/v1/session', 'POST /api/v1/session/cmd']);
  });
});

it('whoever is signed in and loads the page anew is led on', async () => {
  const first = await renderApp({ at: '/ajuda' });
  const { api, session } = first.app.services;
  await session.enter(await signInAtServer(api), false);
  await first.close();
  const { server } = first;
  const again = await renderApp({ at: '/entrar?voltar=%2Fdefinicoes', server, device: 'same' });
  await again.screen.findByRole('heading', { level: 1, name: 'Definições' });
  expect(again.path()).toBe('/definicoes');
});
