import { within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { tooManyAtOnce } from '../../../contract/problem.ts';
import { paste } from '../../../testing/paste.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { MARIA } from '../../../testing/sign-in.ts';

const TOLD = 'Há muitas pessoas a entrar ao mesmo tempo. Tente de novo dentro de momentos';

it('whoever signs in while too many others do is told that; what they typed stays, and the button can be pressed again', async () => {
  const server = createTestServer();
  let isCrowded = true;
  const { user, screen } = await renderApp({
    at: '/entrar',
    server: async (request) => {
      const isRefused = isCrowded && request.url.endsWith('/session/password');
      return isRefused ? tooManyAtOnce() : server(request);
    },
  });
  const niss = await screen.findByRole('textbox', { name: 'NISS' });
  const password = screen.getByLabelText('Palavra-chave');
  await paste(user, niss, MARIA);
  await paste(user, password, 'Demonstracao1');
  await user.click(screen.getByRole('button', { name: 'Entrar' }));
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  expect(within(summary).getByRole('link', { name: TOLD })).toHaveAttribute('href', '#sign-in-submit');
  expect(niss).toHaveValue(MARIA);
  expect(password).toHaveValue('Demonstracao1');

  isCrowded = false;
  await user.click(screen.getByRole('button', { name: 'Entrar' }));
  await screen.findByRole('heading', { level: 1, name: 'Código de verificação' });
});
