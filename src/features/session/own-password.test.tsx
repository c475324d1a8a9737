import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import type { SignedInSession } from '../../../contract/types.ts';
import { paste } from '../../../testing/paste.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import type { ApiClient } from '../../api/client.ts';
import { finishCmdSignIn, startCmdSignIn, startPasswordSignIn } from '../../api/sign-in-calls.ts';

const MARIA = '10000000000';
const OLD = 'Demonstracao1';
const NEW = 'quatro gatos na varanda';
const SENT = /^Se houver uma conta com este NISS e um endereço de e-mail, enviámos um código/;

type Rendered = Awaited<ReturnType<typeof renderApp>>;

async function fill({ user, screen }: Rendered, name: string, words: string): Promise<void> {
  const field = await screen.findByLabelText(name);
  await user.clear(field);
  if (words) await paste(user, field, words);
}

const press = async ({ user, screen }: Rendered, name: string) =>
  user.click(await screen.findByRole('button', { name }));

/** The same sentence in the summary, which has the focus, and at the field; the title says that there is an error. */
async function expectError({ screen }: Rendered, fieldName: string, sentence: string): Promise<void> {
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  await within(summary).findByRole('link', { name: sentence });
  await waitFor(() => expect(summary).toHaveFocus());
  expect(screen.getByLabelText(fieldName)).toHaveAccessibleDescription(new RegExp(sentence));
  expect(document.title).toMatch(/^Erro: /);
}

async function enterApp(app: Rendered, session: SignedInSession): Promise<void> {
  await app.app.services.session.enter(session, false);
  await app.app.router.navigate({ href: '/definicoes' });
  await app.screen.findByRole('list', { name: 'As minhas sessões' });
}

const isRight = async (api: ApiClient, password: string) =>
  (await startPasswordSignIn(api, { niss: MARIA, password })).kind === 'accepted';

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

  await press(app, 'Alterar palavra-chave');
  await expectError(app, 'Palavra-chave atual', 'Escreva a palavra-chave atual');
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
    if (sentence) await expectError(app, 'Nova palavra-chave', sentence);
  }
  await expectError(app, 'Palavra-chave atual', 'A palavra-chave atual não está certa');
  await fill(app, 'Palavra-chave atual', 'errada errada');
  await press(app, 'Alterar palavra-chave');
  await expectError(app, 'Nova palavra-chave', 'A nova palavra-chave é igual à atual. Escolha outra');

  await fill(app, 'Palavra-chave atual', OLD);
  await fill(app, 'Nova palavra-chave', NEW);
  await press(app, 'Alterar palavra-chave');
  const done = await app.screen.findByText('A palavra-chave foi alterada', { selector: 'p' });
  await waitFor(() => expect(document.activeElement).toContainElement(done));
  expect(document.title).not.toMatch(/^Erro: /);
  expect(app.screen.queryByLabelText('Nova palavra-chave')).toBeNull();
  const { api } = app.app.services;
  expect([await isRight(api, OLD), await isRight(api, NEW)]).toEqual([false, true]);
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

it('without a connection nothing is changed, and what was typed stays', async () => {
  const real = createTestServer();
  const app = await openChange((request) =>
    request.url.endsWith('/password') && request.method === 'PUT'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : real(request),
  );
  await fill(app, 'Palavra-chave atual', OLD);
  await fill(app, 'Nova palavra-chave', NEW);
  await press(app, 'Alterar palavra-chave');
  const summary = await app.screen.findByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveTextContent('Não foi possível falar com o e-Clic.');
  expect(app.screen.getByLabelText('Nova palavra-chave')).toHaveValue(NEW);
});

async function openRecovery() {
  const app = await renderApp({ at: '/entrar' });
  const link = await app.screen.findByRole('link', { name: 'Recuperar palavra-chave' });
  await waitFor(() => expect(link).toHaveAttribute('href', '/palavra-chave'));
  await app.user.click(link);
  await app.screen.findByRole('heading', { level: 1, name: 'Recuperar palavra-chave' });
  return app;
}

it('whoever has forgotten it asks for a code on the page of signing in, chooses another one, and signs in', async () => {
  const app = await openRecovery();
  await press(app, 'Pedir código');
  await expectError(app, 'NISS', 'Escreva o NISS');
  await fill(app, 'NISS', '100.000 000-00');
  await press(app, 'Pedir código');
  const sent = await app.screen.findByText(SENT, { selector: 'p' });
  await waitFor(() => expect(sent).toHaveFocus());
  expect(app.screen.getByLabelText('Código do e-mail')).toHaveAttribute('autocomplete', 'one-time-code');

  await fill(app, 'Código do e-mail', '999999');
  await fill(app, 'Nova palavra-chave', NEW);
  await press(app, 'Guardar nova palavra-chave');
  await expectError(app, 'Código do e-mail', 'O código não está certo');
  await fill(app, 'Código do e-mail', ' 123456 ');
  await press(app, 'Guardar nova palavra-chave');
  await app.screen.findByText('A palavra-chave foi alterada', { selector: 'p' });
  expect(await isRight(app.app.services.api, NEW)).toBe(true);
  await app.user.click(app.screen.getByRole('link', { name: 'Iniciar sessão' }));
  await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
});

it('the page says the same of a NISS that nobody has', async () => {
  const app = await openRecovery();
  await fill(app, 'NISS', '12345678902');
  await press(app, 'Pedir código');
  expect(await app.screen.findByText(SENT, { selector: 'p' })).toBeVisible();
  await fill(app, 'Código do e-mail', '123456');
  await fill(app, 'Nova palavra-chave', NEW);
  await press(app, 'Guardar nova palavra-chave');
  await expectError(app, 'Código do e-mail', 'O código não está certo');
});

it('a code that comes while the page was closed can be typed; where none is waited for, it begins again', async () => {
  const app = await openRecovery();
  await press(app, 'Já tenho um código');
  await fill(app, 'Código do e-mail', '123456');
  await fill(app, 'Nova palavra-chave', NEW);
  await press(app, 'Guardar nova palavra-chave');
  const summary = await app.screen.findByRole('region', { name: 'Há um problema' });
  expect(within(summary).getByRole('link', { name: 'O código já não é válido. Peça outro' })).toHaveAttribute(
    'href',
    '#send-code',
  );
  await fill(app, 'NISS', MARIA);
  await press(app, 'Pedir código');
  await app.screen.findByText(SENT, { selector: 'p' });
  await press(app, 'Pedir outro código');
  await press(app, 'Já tenho um código');
  await fill(app, 'Código do e-mail', '123456');
  await fill(app, 'Nova palavra-chave', NEW);
  await press(app, 'Guardar nova palavra-chave');
  await app.screen.findByText('A palavra-chave foi alterada', { selector: 'p' });
});

it('where the server recovers none, the page of signing in leads to the help', async () => {
  const real = createTestServer();
  const asked: string[] = [];
  const app = await renderApp({
    at: '/entrar',
    server: async (request) => {
      asked.push(request.url);
      return request.url.endsWith('/service')
        ? Response.json({ name: 'e-Clic', ways: ['password'] })
        : real(request);
    },
  });
  await waitFor(() => expect(asked.some((url) => url.endsWith('/service'))).toBe(true));
  const link = await app.screen.findByRole('link', { name: 'Recuperar palavra-chave' });
  expect(link).toHaveAttribute('href', '/ajuda#recuperar-palavra-chave');
});
