import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Server } from '../../../../contract/server.ts';
import type { SignedInSession } from '../../../../contract/types.ts';
import { expectErrorAt, fill, isMarias, NEW_PASSWORD, press } from '../../../../testing/password-page.ts';
import { createTestServer, renderApp } from '../../../../testing/render-app.tsx';
import { signInAtServer } from '../../../../testing/sign-in.ts';
import { finishCmdSignIn, startCmdSignIn } from '../../../api/sign-in-calls.ts';

const OLD = 'Demonstracao1';

async function enterApp(app: Awaited<ReturnType<typeof renderApp>>, session: SignedInSession): Promise<void> {
  await app.app.services.session.enter(session, false);
  await app.app.router.navigate({ href: '/definicoes' });
  await app.screen.findByRole('list', { name: 'As minhas sessões' });
}

async function openChange(server?: Server) {
  const app = await renderApp({ at: '/ajuda', ...(server && { server }) });
  await enterApp(app, await signInAtServer(app.app.services.api));
  await app.user.click(await app.screen.findByRole('link', { name: 'Alterar palavra-chave' }));
  await app.screen.findByRole('heading', { level: 1, name: 'Alterar palavra-chave' });
  return app;
}

it('Maria finds in her settings where she changes the palavra-chave, is told what is wrong, and then that it is done', async () => {
  const app = await openChange();
  const present = app.screen.getByLabelText('Palavra-chave atual');
  expect(present).toHaveAttribute('autocomplete', 'current-password');
  const chosen = app.screen.getByLabelText('Nova palavra-chave');
  expect(chosen).toHaveAttribute('autocomplete', 'new-password');
  expect(chosen).toHaveAccessibleDescription(/^Tem de ter pelo menos 8\u00a0caracteres\. Pode ser uma frase/);

  for (const name of ['Mostrar a atual', 'Mostrar a nova']) await press(app, name);
  for (const field of [present, chosen]) expect(field).toHaveAttribute('type', 'text');

  await press(app, 'Alterar palavra-chave');
  await expectErrorAt('Palavra-chave atual', 'Escreva a palavra-chave atual');
  await fill(app, 'Palavra-chave atual', 'errada');
  for (const [words, sentence] of [
    ['', 'Escreva a nova palavra-chave'],
    ['sete777', 'A nova palavra-chave tem de ter pelo menos 8\u00a0caracteres'],
    ['b'.repeat(129), 'A nova palavra-chave pode ter até 128\u00a0caracteres'],
    ['maria-exemplo', 'A nova palavra-chave é fácil de adivinhar. Escolha outra'],
    ['errada errada', ''],
  ] as const) {
    await fill(app, 'Nova palavra-chave', words);
    await press(app, 'Alterar palavra-chave');
    if (sentence) await expectErrorAt('Nova palavra-chave', sentence);
  }
  await expectErrorAt('Palavra-chave atual', 'A palavra-chave atual não está certa');
  await fill(app, 'Palavra-chave atual', 'errada errada');
  await press(app, 'Alterar palavra-chave');
  await expectErrorAt('Nova palavra-chave', 'A nova palavra-chave é igual à atual. Escolha outra');

  await fill(app, 'Palavra-chave atual', OLD);
  await fill(app, 'Nova palavra-chave', NEW_PASSWORD);
  await press(app, 'Alterar palavra-chave');
  const done = await app.screen.findByText('A palavra-chave foi alterada', { selector: 'p' });
  await waitFor(() => expect(document.activeElement).toContainElement(done));
  expect(document.title).not.toMatch(/^Erro: /);
  expect(app.screen.queryByLabelText('Nova palavra-chave')).toBeNull();
  const { api } = app.app.services;
  expect([await isMarias(api, OLD), await isMarias(api, NEW_PASSWORD)]).toEqual([false, true]);
});

it('whoever came by Chave Móvel Digital finds no such thing', async () => {
  const real = createTestServer();
  let answered = 0;
  const app = await renderApp({
    at: '/ajuda',
    server: async (request) => {
      const answer = await real(request);
      if (request.url.endsWith('/session')) answered += 1;
      return answer;
    },
  });
  const { api } = app.app.services;
  const started = await startCmdSignIn(api);
  if (started.kind !== 'accepted') throw new Error('It did not start');
  const { state } = started.value;
  const back = await finishCmdSignIn(api, { code: 'cmd-910000000-abcdefgh', state, shared: false });
  if (back.kind !== 'accepted') throw new Error('Nobody was let in');
  const before = answered;
  await enterApp(app, back.value);
  await waitFor(() => expect(answered).toBeGreaterThan(before));
  await app.screen.findByRole('button', { name: /^Apagar nesse dispositivo/ });
  expect(app.screen.queryByRole('link', { name: 'Alterar palavra-chave' })).toBeNull();
});

it('who presses Alterar palavra-chave without a connection is not led to recovery, which ends every session', async () => {
  const real = createTestServer();
  let isDown = false;
  const app = await renderApp({
    at: '/ajuda',
    server: (request) =>
      isDown && request.url.endsWith('/session')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : real(request),
  });
  await enterApp(app, await signInAtServer(app.app.services.api));
  const link = await app.screen.findByRole('link', { name: 'Alterar palavra-chave' });
  isDown = true;
  await app.user.click(link);
  await app.screen.findByRole('heading', { level: 1, name: 'Alterar palavra-chave' });
});

it('who opens the page anew without a connection is not led to recovery either', async () => {
  const real = createTestServer();
  const before = await renderApp({ at: '/ajuda', server: real });
  await enterApp(before, await signInAtServer(before.app.services.api));
  await before.close();
  const server: Server = (request) =>
    request.url.endsWith('/session') ? Promise.reject(new TypeError('Failed to fetch')) : real(request);
  const { screen } = await renderApp({ at: '/palavra-chave', device: 'same', server });
  await screen.findByRole('heading', { level: 1, name: 'Alterar palavra-chave' });
});

it('without a connection nothing is changed, and what was typed stays', async () => {
  const real = createTestServer();
  const app = await openChange((request) =>
    request.url.endsWith('/password') && request.method === 'PUT'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : real(request),
  );
  await fill(app, 'Palavra-chave atual', OLD);
  await fill(app, 'Nova palavra-chave', NEW_PASSWORD);
  await press(app, 'Alterar palavra-chave');
  const summary = await app.screen.findByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveTextContent('Não foi possível falar com o e-Clic.');
  expect(app.screen.getByLabelText('Nova palavra-chave')).toHaveValue(NEW_PASSWORD);
});
