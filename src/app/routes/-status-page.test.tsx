import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { API_BASE_PATH } from '../../../contract/server.ts';
import type { ChangePage, CitizenRequest } from '../../../contract/types.ts';
import { writeStatusCode } from '../../../domain/status-code.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { createApiClient } from '../../api/client.ts';
import { readStatusCode } from '../../api/status-calls.ts';

/** Opens the page as somebody at a computer of the library, who has the receipt of one of Maria's requests. */
async function openForHelper(of: (request: CitizenRequest) => boolean) {
  const account = createTestServer();
  let isCut = false;
  const sent: string[] = [];
  const api = createApiClient(window.location.origin, account);
  const { citizen } = await signInAtServer(api);
  const changes = await account(new Request(`${window.location.origin}${API_BASE_PATH}/changes`));
  const page: ChangePage = await changes.json();
  const requests = page.changes.flatMap((change) => (change.type === 'request' ? [change.request] : []));
  const request = requests.find(of);
  if (!request) throw new Error('Maria has no such request');
  const asked = await readStatusCode(api, { citizenId: citizen.id, requestId: request.id });
  if (asked.kind !== 'accepted') throw new Error('No code was given');
  const code = asked.value.code ?? '';
  await account(
    new Request(`${window.location.origin}${API_BASE_PATH}/session`, {
      method: 'DELETE',
      headers: { 'X-App': 'e-clic' },
    }),
  );
  const rendered = await renderApp({
    at: '/estado',
    server: async (given) => {
      sent.push(given.url);
      if (isCut) throw new TypeError('Failed to fetch');
      return account(given);
    },
  });
  const { screen, user } = rendered;
  const field = (name: string) => screen.findByRole('textbox', { name });
  async function ask(reference: string, typed: string): Promise<void> {
    for (const [name, words] of [
      ['Referência', reference],
      ['Código de consulta', typed],
    ] as const) {
      await user.clear(await field(name));
      if (words) await user.type(await field(name), words);
    }
    await user.click(screen.getByRole('button', { name: 'Consultar' }));
  }
  const cut = () => {
    isCut = true;
  };
  return { ...rendered, request, code, ask, sent, cut };
}

it('whoever helps sees with reference and code how the request stands, and nothing of what was written', async () => {
  const { screen, request, code, ask, sent, path } = await openForHelper(({ state }) => state === 'inReview');
  await ask(request.reference.toLowerCase(), writeStatusCode(code).toLowerCase());
  const heading = await screen.findByRole('heading', { name: `Referência ${request.reference}` });
  await waitFor(() => expect(heading).toHaveFocus());
  const article = screen.getByRole('article', { name: `Referência ${request.reference}` });
  // On a phone what stands below the form is below the screen.
  expect(article.compareDocumentPosition(screen.getByRole('textbox', { name: 'Referência' }))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  );
  expect(article).toHaveTextContent(/EstadoEm análise/);
  expect(article).toHaveTextContent('A Segurança Social está a tratar do assunto.');
  expect(article).toHaveTextContent(/Recebido.+ de 20\d\d.*Resposta até.+ de 20\d\d/);
  expect(document.body).not.toHaveTextContent(request.description.slice(0, 20));
  expect(document.body).not.toHaveTextContent('Maria');
  expect(path()).toBe('/estado');
  expect(document.title).toBe('Consultar o estado – e-Clic');
  expect([...sent, document.title].join(' ')).not.toMatch(new RegExp(`${request.reference}|${code}`));
});

it('a question that waits is told of as one for whoever made the request, without a due date', async () => {
  const { screen, request, code, ask } = await openForHelper(({ state }) => state === 'awaitingCitizen');
  await ask(request.reference, code);
  const article = await screen.findByRole('article');
  expect(article).toHaveTextContent('Quem fez o pedido tem de iniciar sessão para a ler e responder.');
  expect(article).not.toHaveTextContent('Resposta até');
});

it('what is missing or cannot be right is said at its field, before anybody is asked', async () => {
  const { screen, ask, sent } = await openForHelper(() => true);
  await ask('', 'ABCDE FGHIJ');
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveFocus();
  const links = within(summary)
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
  expect(links).toEqual(['Escreva a referência', 'O código de consulta tem 10 letras, sem I, L nem O']);
  expect(screen.getByRole('textbox', { name: 'Referência' })).toHaveAccessibleDescription(
    /Escreva a referência/,
  );
  expect(document.title).toBe('Erro: Consultar o estado – e-Clic');
  expect(sent.filter((url) => url.endsWith('/status'))).toEqual([]);
});

it('who types something else is told so five times, then from when on it can be tried again', async () => {
  const { screen, request, ask } = await openForHelper(() => true);
  for (let tries = 0; tries < 4; tries += 1) {
    await ask(request.reference, 'ABCDEFGHJK');
    await screen.findByRole('link', { name: 'A referência ou o código de consulta não estão certos' });
  }
  await ask(request.reference, 'ABCDEFGHJK');
  await screen.findByRole('link', { name: /^Demasiadas tentativas\. Tente de novo às \d\d:\d\d$/ });
});

it('without a connection what was typed stays, and is asked again by one press', async () => {
  const { screen, request, code, ask, cut } = await openForHelper(() => true);
  cut();
  await ask(request.reference, code);
  await screen.findByRole('link', { name: /^Não foi possível consultar o estado/ });
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Referência' })).toHaveValue(request.reference),
  );
});

it('whoever leaves a shared device leaves neither reference nor code nor state on the page', async () => {
  const { app, screen, request, code, ask } = await openForHelper(() => true);
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), true);
  await ask(request.reference, code);
  await screen.findByRole('article');
  await session.leave('erase');
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  for (const name of ['Referência', 'Código de consulta'])
    expect(screen.getByRole('textbox', { name })).toHaveValue('');
});

it('no phone corrects what is typed into a code or a reference', async () => {
  const { screen } = await openForHelper(() => true);
  for (const name of ['Referência', 'Código de consulta'])
    expect(await screen.findByRole('textbox', { name })).toHaveAttribute('autocorrect', 'off');
});
