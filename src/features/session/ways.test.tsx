import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import type { SignInWay } from '../../../contract/types.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';

const CMD = 'Entrar com Chave Móvel Digital';

/** A server whose service answers `answer`; null means that the service cannot be asked. */
function serverWith(answer: object | null): Server {
  const server = createTestServer();
  return async (request) => {
    if (!request.url.endsWith('/service')) return server(request);
    if (answer === null) throw new TypeError('Failed to fetch');
    return Response.json(answer);
  };
}

const offering = (...ways: SignInWay[]) => serverWith({ name: 'e-Clic', ways });

it('the page shows the ways of the service alone', async () => {
  const { screen } = await renderApp({ at: '/entrar', server: offering('cmd') });
  await waitFor(() => expect(screen.queryByLabelText('Palavra-chave')).toBeNull());
  expect(screen.getByRole('button', { name: CMD })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Recuperar palavra-chave' })).toBeNull();
});

it('without a connection it shows those that the service had last', async () => {
  const before = await renderApp({ at: '/entrar', server: offering('password') });
  await waitFor(() => expect(before.screen.queryByRole('button', { name: CMD })).toBeNull());
  await before.close();
  const { screen } = await renderApp({ at: '/entrar', server: serverWith(null), device: 'same' });
  expect(await screen.findByLabelText('Palavra-chave')).toBeVisible();
  expect(screen.queryByRole('button', { name: CMD })).toBeNull();
});

it.each([
  ['cannot be asked', null],
  ['answers something else', { ways: 'all' }],
  ['has ways that this app does not know', { name: 'e-Clic', ways: ['eid'] }],
])('it shows both where the service %s', async (_what, answer) => {
  const asked: string[] = [];
  const server = serverWith(answer);
  const { screen } = await renderApp({
    at: '/entrar',
    server: (request) => {
      asked.push(request.url);
      return server(request);
    },
  });
  await waitFor(() => expect(asked.some((url) => url.endsWith('/service'))).toBe(true));
  expect(await screen.findByRole('button', { name: CMD })).toBeVisible();
  expect(screen.getByLabelText('Palavra-chave')).toBeVisible();
});

it('where nobody can sign in for now, a sentence says so, and what was written stays', async () => {
  const { screen } = await renderApp({ at: '/entrar', server: offering() });
  await screen.findByText('Neste momento não é possível iniciar sessão. O que escreveu fica guardado.');
  expect(screen.queryByRole('button', { name: CMD })).toBeNull();
  expect(screen.queryByLabelText('Palavra-chave')).toBeNull();
});
