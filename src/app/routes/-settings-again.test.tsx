import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { endPretendPush, pretendPush } from '../../../testing/pretend-push.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';

afterEach(endPretendPush);

test('whoever comes back to *Definições* finds it as it was, while the server is still asked', async () => {
  pretendPush();
  const real = createTestServer();
  let isSilent = false;
  const { app, screen } = await renderApp({
    at: '/ajuda',
    server: (request) => (isSilent ? new Promise(() => undefined) : real(request)),
  });
  const { session, api } = app.services;
  await session.enter(await signInAtServer(api), false);
  const open = (href: string) => app.router.navigate({ href });
  await open('/definicoes');
  for (const last of ['8 pedidos', 'Alterar palavra-chave', 'Terminada']) await screen.findByText(last);
  await screen.findByLabelText('Avisar por e-mail quando houver novidades');
  await screen.findByLabelText('Avisar neste dispositivo');
  const before = screen.getByRole('main').textContent;

  await open('/ajuda');
  isSilent = true;
  await open('/definicoes');
  await waitFor(() => expect(screen.getByRole('main').textContent).toBe(before));
});
