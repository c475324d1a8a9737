import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectErrorAt, fill, isMarias, NEW_PASSWORD, press } from '../../../../testing/password-page.ts';
import { createTestServer, renderApp } from '../../../../testing/render-app.tsx';
import { MARIA } from '../../../../testing/sign-in.ts';

const SENT = /^Se houver uma conta com este NISS e um endereço de e-mail, enviámos um código/;

function findShared({ screen }: Pick<Awaited<ReturnType<typeof renderApp>>, 'screen'>) {
  return screen.findByRole('checkbox', { name: 'Este dispositivo é partilhado' });
}

async function openRecovery({ isShared = false } = {}) {
  const app = await renderApp({ at: '/entrar' });
  if (isShared) await app.user.click(await findShared(app));
  const link = await app.screen.findByRole('link', { name: 'Recuperar palavra-chave' });
  await waitFor(() => expect(link).toHaveAttribute('href', '/palavra-chave'));
  await app.user.click(link);
  await app.screen.findByRole('heading', { level: 1, name: 'Recuperar palavra-chave' });
  return app;
}

it('whoever has forgotten it asks for a code on the page of signing in, chooses another one, and signs in', async () => {
  const app = await openRecovery();
  await press(app, 'Pedir código');
  await expectErrorAt('NISS', 'Escreva o NISS');
  await fill(app, 'NISS', '100.000 000-00');
  await press(app, 'Pedir código');
  const sent = await app.screen.findByText(SENT, { selector: 'p' });
  await waitFor(() => expect(sent).toHaveFocus());
  const code = app.screen.getByLabelText('Código do e-mail');
  expect(code).toHaveAttribute('autocomplete', 'one-time-code');
  expect(code).toHaveAccessibleDescription(/^É válido durante 10\u00a0minutos, neste navegador/);

  await fill(app, 'Código do e-mail', '999999');
  await fill(app, 'Nova palavra-chave', NEW_PASSWORD);
  await press(app, 'Guardar nova palavra-chave');
  await expectErrorAt('Código do e-mail', 'O código não está certo');
  await fill(app, 'Código do e-mail', ' 123456 ');
  await press(app, 'Guardar nova palavra-chave');
  await app.screen.findByText('A palavra-chave foi alterada', { selector: 'p' });
  expect(await isMarias(app.app.services.api, NEW_PASSWORD)).toBe(true);
  await app.user.click(app.screen.getByRole('link', { name: 'Iniciar sessão' }));
  await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
});

it('where the device is said to be shared, the browser is asked to keep nothing, and the box stays ticked', async () => {
  const app = await openRecovery({ isShared: true });
  expect(app.screen.getByLabelText('NISS')).toHaveAttribute('autocomplete', 'off');
  await press(app, 'Já tenho um código');
  expect(await app.screen.findByLabelText('Nova palavra-chave')).toHaveAttribute('autocomplete', 'off');
  await app.user.click(app.screen.getByRole('link', { name: 'Voltar ao início de sessão' }));
  const box = await findShared(app);
  expect(box).toBeChecked();

  await app.user.click(box);
  await app.user.click(app.screen.getByRole('link', { name: 'Recuperar palavra-chave' }));
  expect(await app.screen.findByLabelText('NISS')).toHaveAttribute('autocomplete', 'username');
});

it('the page says the same of a NISS that nobody has', async () => {
  const app = await openRecovery();
  await fill(app, 'NISS', '12345678902');
  await press(app, 'Pedir código');
  expect(await app.screen.findByText(SENT, { selector: 'p' })).toBeVisible();
  await fill(app, 'Código do e-mail', '123456');
  await fill(app, 'Nova palavra-chave', NEW_PASSWORD);
  await press(app, 'Guardar nova palavra-chave');
  await expectErrorAt('Código do e-mail', 'O código não está certo');
});

it('a code that comes while the page was closed can be typed; where none is waited for, it begins again', async () => {
  const app = await openRecovery();
  await press(app, 'Já tenho um código');
  await fill(app, 'Código do e-mail', '123456');
  await fill(app, 'Nova palavra-chave', NEW_PASSWORD);
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
  await fill(app, 'Nova palavra-chave', NEW_PASSWORD);
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
