import { expect, it } from 'vitest';
import { manualClock } from '../../../testing/manual-clock.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';

it.each([
  ['/entrar/codigo', 'Código de verificação'],
  ['/palavra-chave', 'Recuperar palavra-chave'],
])('%s is shown to whoever loads it anew on a line that stalls', async (at, name) => {
  const clock = manualClock(new Date());
  const real = createTestServer();
  let isAsked = false;
  const opening = renderApp({
    at,
    clock,
    server(request) {
      if (!request.url.endsWith('/session')) return real(request);
      isAsked = true;
      return new Promise(() => undefined);
    },
  });
  await expect.poll(() => isAsked).toBe(true);
  clock.pass(3_000);
  const { screen } = await opening;
  expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible();
});
