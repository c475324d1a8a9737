import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { paste } from '../../../testing/paste.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { readSession } from '../../api/session-calls.ts';

type Rendered = Awaited<ReturnType<typeof renderApp>>;

async function fillIn({ user, screen }: Rendered, niss: string, password: string): Promise<void> {
  const nissField = await screen.findByRole('textbox', { name: 'NISS' });
  await user.clear(nissField);
  if (niss) await paste(user, nissField, niss);
  const passwordField = screen.getByLabelText('Palavra-chave');
  await user.clear(passwordField);
  if (password) await paste(user, passwordField, password);
  await user.click(screen.getByRole('button', { name: 'Entrar' }));
}

async function writeCode({ user, screen }: Rendered, code: string): Promise<void> {
  const field = await screen.findByRole('textbox', { name: 'Código de verificação' });
  await user.clear(field);
  if (code) await paste(user, field, code);
  await user.click(screen.getByRole('button', { name: 'Confirmar' }));
}

/** Expects the same sentence at the field and in the summary, which has the focus, and a title that says that there is an error. */
async function expectError(
  { screen }: Rendered,
  fieldName: string,
  sentence: string | RegExp,
): Promise<void> {
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  await within(summary).findByRole('link', { name: sentence });
  expect(summary).toHaveFocus();
  expect(screen.getByLabelText(fieldName)).toHaveAccessibleDescription(new RegExp(sentence));
  expect(document.title).toMatch(/^Erro: /);
}

describe('signing in with NISS and palavra-chave', () => {
  it('takes a citizen to where they wanted to be', async () => {
    const app = await renderApp({ at: '/pedidos' });
    expect(app.path()).toBe('/entrar?voltar=%2Fpedidos');
    await fillIn(app, '100.000 000-00', 'Demonstracao1');
    await writeCode(app, '123 456');

    await app.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    expect(app.path()).toBe('/pedidos');
    expect(app.screen.getByText('Maria Exemplo')).toBeInTheDocument();
  });

  it.each([{ shared: true }, { shared: false }])(
    'tells the server whether the device is shared, so that it ends the session in time: %o',
    async ({ shared }) => {
      const app = await renderApp({ at: '/entrar' });
      const box = await app.screen.findByRole('checkbox', { name: 'Este dispositivo é partilhado' });
      if (shared) await app.user.click(box);
      await fillIn(app, '10000000000', 'Demonstracao1');
      await writeCode(app, '123456');
      await app.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
      expect(await readSession(app.app.services.api)).toMatchObject({ value: { shared } });
    },
  );

  it('never leads to another site, not even who is signed in', async () => {
    const app = await renderApp({ at: '/entrar?voltar=%2F%2Fevil.example%2Fpedidos' });
    await fillIn(app, '10000000000', 'Demonstracao1');
    await writeCode(app, '123456');
    await app.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    await app.app.router.navigate({ href: '/entrar?voltar=%2F%2Fevil.example%2Fpedidos' });
    expect(app.path()).toBe('/pedidos');
  });

  it.each([
    ['', 'Escreva o NISS'],
    ['1000000000', 'O NISS tem 11 algarismos'],
    ['10000O00000', 'O NISS tem 11 algarismos'],
    ['10000000001', 'O NISS não está certo. Verifique os algarismos'],
    ['99999999999', 'O NISS não está certo. Verifique os algarismos'],
  ])('says of the NISS «%s»: %s, and keeps what was typed', async (niss, sentence) => {
    const app = await renderApp({ at: '/entrar' });
    await fillIn(app, niss, 'Demonstracao1');
    await expectError(app, 'NISS', sentence);
    expect(app.screen.getByRole('textbox', { name: 'NISS' })).toHaveValue(niss);
    expect(app.screen.getByLabelText('Palavra-chave')).toHaveValue('Demonstracao1');
  });

  it('asks for a missing palavra-chave', async () => {
    const app = await renderApp({ at: '/entrar' });
    await fillIn(app, '10000000000', '');
    await expectError(app, 'Palavra-chave', 'Escreva a palavra-chave');
  });

  it('does not tell which of the two was wrong, and after too many tries says when to come back', async () => {
    const app = await renderApp({ at: '/entrar' });
    await fillIn(app, '10000000000', 'errada');
    await expectError(app, 'Palavra-chave', 'O NISS ou a palavra-chave não estão certos');
    expect(app.screen.getByLabelText('Palavra-chave')).toHaveValue('errada');

    for (let tries = 0; tries < 4; tries += 1) {
      const button = app.screen.getByRole('button', { name: 'Entrar' });
      // A press while the one before is under way is none.
      await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'));
      await app.user.click(button);
    }
    await expectError(app, 'Palavra-chave', /Demasiadas tentativas\. Tente de novo às \d\d:\d\d$/);
  });

  it('says that the server cannot be reached, and works once it can', async () => {
    const server = createTestServer();
    let isDown = true;
    const app = await renderApp({
      at: '/entrar',
      server: (request) => (isDown ? Promise.reject(new TypeError('Failed to fetch')) : server(request)),
    });
    await fillIn(app, '10000000000', 'Demonstracao1');
    const summary = await app.screen.findByRole('region', { name: 'Há um problema' });
    expect(summary).toHaveTextContent('Não foi possível falar com o e-Clic.');

    isDown = false;
    await app.user.click(app.screen.getByRole('button', { name: 'Entrar' }));
    await app.screen.findByRole('heading', { level: 1, name: 'Código de verificação' });
  });
});

describe('a device that is said to be shared', () => {
  it('has the browser keep nothing of what is typed, from that moment on, and Enter still sends it', async () => {
    const app = await renderApp({ at: '/entrar' });
    const niss = await app.screen.findByRole('textbox', { name: 'NISS' });
    const password = app.screen.getByLabelText('Palavra-chave');
    const shared = app.screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' });
    await paste(app.user, password, 'Demonstracao1');
    expect([niss, password].map((field) => field.getAttribute('autocomplete'))).toEqual([
      'username',
      'current-password',
    ]);
    // The box applies to both ways of signing in and stands before them.
    const cmd = app.screen.getByRole('button', { name: 'Entrar com Chave Móvel Digital' });
    expect(shared.compareDocumentPosition(cmd)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await app.user.click(shared);
    expect([niss, password].map((field) => field.getAttribute('autocomplete'))).toEqual(['off', 'off']);
    await app.user.type(niss, '10000000000{Enter}');
    const code = await app.screen.findByRole('textbox', { name: 'Código de verificação' });
    expect(code).toHaveAttribute('autocomplete', 'off');
  });
});

describe('the code', () => {
  async function reachCode(): Promise<Rendered> {
    const app = await renderApp({ at: '/entrar' });
    await fillIn(app, '10000000000', 'Demonstracao1');
    await app.screen.findByText(/^Enviámos um código por (e-mail|SMS) para .*•/);
    return app;
  }

  it.each([
    ['', 'Escreva o código'],
    ['654321', 'O código não está certo'],
    ['000000', 'O código já não é válido. Peça outro'],
  ])('«%s» gets: %s', async (code, sentence) => {
    const app = await reachCode();
    await writeCode(app, code);
    await expectError(app, 'Código de verificação', sentence);
    expect(app.screen.getByLabelText('Código de verificação')).toHaveValue(code);
  });

  it('can be sent again, and again, and each time says so', async () => {
    const app = await reachCode();
    const status = app.screen.getByRole('status');
    const askAgain = async () => {
      await app.user.click(app.screen.getByRole('button', { name: 'Pedir outro código' }));
      await waitFor(() => expect(status).toHaveTextContent(/^Enviámos outro código/));
    };
    await askAgain();
    await waitFor(() => expect(status).toBeEmptyDOMElement());
    await askAgain();
    await writeCode(app, '123456');
    await app.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
  });

  it('ends the attempt after three wrong ones, with a way back to what the citizen wanted', async () => {
    const app = await renderApp({ at: '/entrar?voltar=%2Fdefinicoes' });
    await app.user.click(await app.screen.findByRole('checkbox', { name: 'Este dispositivo é partilhado' }));
    await fillIn(app, '10000000000', 'Demonstracao1');
    for (let tries = 0; tries < 3; tries += 1) await writeCode(app, '111111');
    await expectError(app, 'Código de verificação', /Demasiadas tentativas/);
    await writeCode(app, '123456');
    const over = 'Este início de sessão já terminou. Comece de novo';
    await app.user.click(await app.screen.findByRole('link', { name: over }));
    expect(app.screen.getByRole('link', { name: 'Voltar ao início de sessão' })).toHaveFocus();
    await app.user.keyboard('{Enter}');
    expect(await app.screen.findByRole('checkbox', { name: 'Este dispositivo é partilhado' })).toBeChecked();
    expect(app.path()).toBe('/entrar?voltar=%2Fdefinicoes');
  });

  it('leads to the beginning when no sign-in waits for it', async () => {
    const app = await renderApp({ at: '/entrar/codigo' });
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(app.path()).toBe('/entrar');
  });
});
