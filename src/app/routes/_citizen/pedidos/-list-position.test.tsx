import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON, registeredRequest } from '../../../../../testing/builders.ts';
import { renderApp } from '../../../../../testing/render-app.tsx';
import { signInAtServer } from '../../../../../testing/sign-in.ts';
import { recordReceived } from '../../../../db/requests/requests.ts';

test('who points at a link to the list before they go back finds all that they had unfolded, and the card that they opened', async () => {
  const page = await renderApp({ at: '/ajuda' });
  const { router, services } = page.app;
  await services.session.enter(await signInAtServer(services.api), false);
  await router.navigate({ to: '/pedidos' });
  const db = services.session.database();
  if (!db) throw new Error('Nobody is signed in');
  for (let n = 0; n < 60; n += 1) {
    const updatedAt = new Date(NOON.getTime() - n * 60_000).toISOString();
    await recordReceived(db, registeredRequest(crypto.randomUUID(), { updatedAt }));
  }
  const links = () => within(page.screen.getByRole('region', { name: /^Em curso/ })).getAllByRole('link');
  await page.user.click(await page.screen.findByRole('button', { name: 'Mostrar mais em «Em curso»' }));
  await waitFor(() => expect(links().length).toBeGreaterThan(55));
  const address = links()[55]?.getAttribute('href');
  await page.user.click(links()[55] as HTMLElement);
  await page.screen.findByRole('heading', { level: 1, name: /^Pedido/ });

  await router.preloadRoute({ to: '/pedidos' });
  router.history.back();
  await page.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
  await waitFor(() => expect(links()[55]).toHaveFocus());
  expect(links()[55]).toHaveAttribute('href', address);
});
