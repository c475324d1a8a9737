import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { manualClock } from '../../../../../testing/manual-clock.ts';
import { createTestServer, renderApp } from '../../../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../../../testing/sign-in.ts';

const WORD = 'otosclerose';

async function openList({ at = '/pedidos', shared = false } = {}) {
  const server = createTestServer();
  const page = await renderApp({ at: '/ajuda', server, clock: manualClock(new Date()) });
  const { services, router } = page.app;
  await services.session.enter(await signInAtServer(services.api), shared);
  await router.navigate({ href: at });
  const findBox = () => page.screen.findByRole('searchbox', { name: 'Procurar nos meus pedidos' });
  return { ...page, router, server, findBox };
}

async function search({ user, findBox, router }: Awaited<ReturnType<typeof openList>>): Promise<void> {
  const before = router.history.location.state.__TSR_index;
  await user.type(await findBox(), `${WORD}{Enter}`);
  await waitFor(() => expect(router.history.location.state.__TSR_index).toBe(before + 1));
}

test.each([{ shared: false }, { shared: true }])(
  'what is searched is in no address, and *Back* finds it again (%o)',
  async ({ shared }) => {
    const page = await openList({ at: '/pedidos?estado=respondido', shared });
    await search(page);
    expect(page.path()).toBe('/pedidos?estado=respondido');
    // The browser writes what an entry remembers into its own files, which outlive a shared device's session.
    expect(JSON.stringify(page.router.history.location.state).includes(WORD)).toBe(!shared);

    await page.router.navigate({ to: '/ajuda' });
    page.router.history.back();
    await waitFor(async () => expect(await page.findBox()).toHaveValue(WORD));
    page.router.history.back();
    await waitFor(async () => expect(await page.findBox()).toHaveValue(''));
  },
);

test('what somebody searched is not shown to whoever signs in next and goes back', async () => {
  const page = await openList();
  await search(page);
  const { session, api } = page.app.services;
  await session.leave('keep');
  await session.enter(await signInAtServer(api, JOAO), false);
  await page.router.navigate({ to: '/ajuda' });
  page.router.history.back();
  // There are too few requests for a search box, which only searched words would bring.
  expect(await page.screen.findByRole('region', { name: /^Em curso/ })).toBeVisible();
  expect(page.screen.queryByRole('searchbox')).toBeNull();
});

test.each(['fbclid=x', 'estado=', 'estado=respond', `q=${WORD}`])(
  'an address with what is no filter shows the list as it is (?%s)',
  async (search) => {
    const { screen } = await openList({ at: `/pedidos?${search}` });
    expect(await screen.findByRole('region', { name: /^Em curso/ })).toBeVisible();
    expect(screen.queryByDisplayValue(WORD)).toBeNull();
  },
);

test('an address of an older build takes its words neither into the list nor into the way back', async () => {
  const page = await renderApp({ at: `/pedidos?q=${WORD}&estado=respondido` });
  expect(page.path()).toBe(`/entrar?voltar=${encodeURIComponent('/pedidos?estado=respondido')}`);
});
