import { afterEach, describe, expect, it } from 'vitest';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { readSession } from '../../api/session-calls.ts';
import { startCmdSignIn } from '../../api/sign-in-calls.ts';
import { PENDING_SIGN_IN } from '../../lib/tab-memory.ts';
import { keepPendingSignIn, readPendingSignIn } from './pending-sign-in.ts';
import { providerAddress } from './sign-in-page.tsx';

const CODE = 'cmd-910000000-0123456789abcdef';

/** Does what the button does: keeps the state and asks for the provider's page. */
async function leaveForProvider() {
  const app = await renderApp({ at: '/entrar' });
  const outcome = await startCmdSignIn(app.app.services.api);
  if (outcome.kind !== 'accepted') throw new Error('The sign-in did not start');
  keepPendingSignIn({ shared: true, returnPath: '/definicoes', press: null, cmdState: outcome.value.state });
  return { app, state: outcome.value.state };
}

function comeBack({ app }: Awaited<ReturnType<typeof renderApp>>, search: Record<string, string>) {
  return app.router.navigate({ href: `/entrar/cmd?${new URLSearchParams(search)}` });
}

describe('going to Chave Móvel Digital', () => {
  const provider = document.createElement('meta');
  provider.name = 'cmd-origin';
  afterEach(() => provider.remove());

  it.each([
    ['/demo/cmd?state=1', '', 'http://localhost:3000/demo/cmd?state=1'],
    [
      'https://autenticacao.exemplo.pt/a?state=1',
      'https://autenticacao.exemplo.pt',
      'https://autenticacao.exemplo.pt/a?state=1',
    ],
    ['https://evil.example/a', '', null],
    ['//evil.example/a', '', null],
    ['javascript:alert(1)', '', null],
    ['https://autenticacao.exemplo.pt.evil.example/a', 'https://autenticacao.exemplo.pt', null],
    ['http://autenticacao.exemplo.pt/a', 'https://autenticacao.exemplo.pt', null],
    ['/demo/cmd', 'https://autenticacao.exemplo.pt', null],
  ])('follows «%s» where the deployment names «%s»: %s', (authorizeUrl, named, followed) => {
    provider.content = named;
    document.head.append(provider);
    expect(providerAddress(authorizeUrl)).toBe(followed);
  });

  it('goes nowhere when the server names another site, and says so', async () => {
    const real = createTestServer();
    const server = (request: Request) =>
      request.url.endsWith('/session/cmd')
        ? Promise.resolve(Response.json({ authorizeUrl: 'https://evil.example/cmd?state=s', state: 's' }))
        : real(request);
    const { user, screen } = await renderApp({ at: '/entrar', server });
    await user.click(await screen.findByRole('button', { name: 'Entrar com Chave Móvel Digital' }));
    const summary = await screen.findByRole('region', { name: 'Há um problema' });
    expect(summary).toHaveTextContent('Não foi possível abrir a página da Chave Móvel Digital');
    expect(readPendingSignIn().cmdState).toBeNull();
  });
});

describe('coming back from Chave Móvel Digital', () => {
  it('signs the citizen in, remembers that the device is shared and goes on to where they wanted to be', async () => {
    const { app, state } = await leaveForProvider();
    await comeBack(app, { code: CODE, state });
    await app.screen.findByRole('heading', { level: 1, name: 'Definições' });
    await app.screen.findByText(/^Partilhado/);
    const session = await readSession(app.app.services.api);
    expect(session).toMatchObject({ value: { shared: true } });
  });

  it('follows the answer once also where somebody else was there', async () => {
    const { app, state } = await leaveForProvider();
    const { api, session } = app.app.services;
    await session.enter(await signInAtServer(api, JOAO), false);
    await comeBack(app, { code: CODE, state });
    await app.screen.findByRole('heading', { level: 1, name: 'Definições' });
    // A second answer would have kept what the first has taken.
    expect(sessionStorage.getItem(PENDING_SIGN_IN)).toBeNull();
  });

  it.each([
    ['a state that nobody gave', { code: CODE, state: 'nada' }, /começou aqui/],
    ['a cancelled identification', { error: 'access_denied' }, /^Cancelou a identificação/],
    [
      'a code that the server does not take',
      { code: 'cmd-999999999-0123456789' },
      /não confirmou a sua identidade/,
    ],
  ])('says what happened after %s, and offers a way on', async (_name, answer, sentence) => {
    const { app, state } = await leaveForProvider();
    await comeBack(app, { state, ...answer });
    const [said] = await app.screen.findAllByText(sentence);
    expect(said).toBeVisible();
    expect(app.screen.getByRole('heading', { level: 1 })).toHaveTextContent('Iniciar sessão');
    await app.user.click(app.screen.getByRole('link', { name: 'Voltar ao início de sessão' }));
    await app.screen.findByRole('textbox', { name: 'NISS' });
    expect(app.path()).toBe('/entrar?voltar=%2Fdefinicoes');
    expect(app.screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' })).toBeChecked();
  });

  it('signs nobody in by a link that was begun elsewhere, though the server would', async () => {
    const { app } = await leaveForProvider();
    const elsewhere = await startCmdSignIn(app.app.services.api);
    const state = elsewhere.kind === 'accepted' ? elsewhere.value.state : '';
    await comeBack(app, { code: CODE, state });
    expect(await app.screen.findAllByText(/começou aqui/)).not.toHaveLength(0);
    expect(app.app.scope.database()).toBeNull();
  });

  it('takes an address only once', async () => {
    const { app, state } = await leaveForProvider();
    await comeBack(app, { code: CODE, state });
    await app.screen.findByRole('heading', { level: 1, name: 'Definições' });
    await comeBack(app, { code: CODE, state });
    expect(await app.screen.findAllByText(/começou aqui/)).not.toHaveLength(0);
  });
});
