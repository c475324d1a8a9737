import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import { asBrowser, DESKTOP, PHONE } from '../../../testing/as-browser.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { createApiClient } from '../../api/client.ts';
import { confirmErased, readSession } from '../../api/session-calls.ts';

/** Opens **Definições** at Maria's desktop, after she has also signed in on her phone. */
async function openSettings(between: (server: Server) => Server = (server) => server) {
  const account = createTestServer();
  const phone = createApiClient(window.location.origin, asBrowser(account, PHONE));
  await signInAtServer(phone);
  const rendered = await renderApp({ at: '/ajuda', server: between(asBrowser(account, DESKTOP)) });
  const { session, api } = rendered.app.services;
  await session.reconcile();
  await session.enter(await signInAtServer(api), false);
  await rendered.app.router.navigate({ href: '/definicoes' });
  const { screen } = rendered;
  const statusOnPhone = async () => {
    const outcome = await readSession(phone);
    return outcome.kind === 'accepted' && outcome.value.status;
  };
  const card = async (device: string) => {
    const heading = await screen.findByRole('heading', { level: 3, name: device });
    return within(heading.closest('li') as HTMLElement);
  };
  return { ...rendered, phone, statusOnPhone, card };
}

describe('as minhas sessões', () => {
  it('lists where Maria is signed in, which is this one, and when she signed in last', async () => {
    const { screen, card } = await openSettings();
    expect((await card('Firefox, Windows')).getByText('Esta sessão')).toBeVisible();
    expect((await card('Firefox, Windows')).queryByRole('button')).toBeNull();
    expect((await card('Chrome, Android')).getByText('Iniciada')).toBeVisible();
    expect(
      await screen.findByText(/^Última entrada: .+ \d\d:\d\d, com NISS e palavra-chave\.$/),
    ).toBeVisible();
  });

  it('ends one, and says that its device may keep words', async () => {
    const { user, screen, card, statusOnPhone } = await openSettings();
    await user.click(
      (await card('Chrome, Android')).getByRole('button', { name: 'Terminar Chrome, Android' }),
    );
    // The region of screen readers, which is soon emptied again, says it.
    expect(await screen.findByText('A sessão foi terminada.')).toBeInTheDocument();
    expect(await (await card('Chrome, Android')).findByText(/pode ainda guardar/)).toBeVisible();
    expect(await statusOnPhone()).toBe('signedOut');
    expect(screen.getByRole('list', { name: 'As minhas sessões' })).toHaveFocus();
  });

  it('ends all others, and then has no such button', async () => {
    const { user, screen, statusOnPhone } = await openSettings();
    await user.click(await screen.findByRole('button', { name: 'Terminar todas as outras' }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Terminar todas as outras' })).toBeNull(),
    );
    expect(await statusOnPhone()).toBe('signedOut');
  });

  it('has a lost phone erase what it keeps, after asking, and tells when it is done', async () => {
    const { user, screen, card, phone, statusOnPhone, app } = await openSettings();
    const name = 'Terminar e apagar nesse dispositivo Chrome, Android';
    await user.click((await card('Chrome, Android')).getByRole('button', { name }));
    const dialog = await screen.findByRole('dialog', { name: 'Apagar o que está em «Chrome, Android»?' });
    expect(await statusOnPhone()).toBe('signedIn');
    await user.click(within(dialog).getByRole('button', { name: 'Terminar e apagar nesse dispositivo' }));
    expect(await (await card('Chrome, Android')).findByText(/é apagado assim que/)).toBeVisible();
    expect(await statusOnPhone()).toBe('mustErase');

    await confirmErased(phone);
    await app.router.navigate({ href: '/ajuda' });
    await app.router.navigate({ href: '/definicoes' });
    expect(
      await (await card('Chrome, Android')).findByText(/^O que estava nesse dispositivo foi/),
    ).toBeVisible();
  });

  it('says that it needs a connection, and tries again', async () => {
    let isCut = true;
    const { user, screen, card } = await openSettings((server) => async (request) => {
      if (isCut && request.url.endsWith('/sessions')) throw new TypeError('Failed to fetch');
      return server(request);
    });
    const again = await screen.findByRole('button', { name: 'Tentar de novo' });
    await user.click(again);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/^Não foi possível/));
    expect(again).toHaveFocus();
    isCut = false;
    await user.click(again);
    await card('Chrome, Android');
    await waitFor(() => expect(screen.getByRole('list', { name: 'As minhas sessões' })).toHaveFocus());
  });

  it('says and shows that a session could not be ended, until it could', async () => {
    let isCut = true;
    const { user, screen, card, statusOnPhone } = await openSettings((server) => async (request) => {
      if (isCut && request.method === 'DELETE') throw new TypeError('Failed to fetch');
      return server(request);
    });
    const pressEnd = async () =>
      user.click((await card('Chrome, Android')).getByRole('button', { name: 'Terminar Chrome, Android' }));
    const failed = 'Não foi possível. Verifique a ligação e tente de novo.';
    await pressEnd();
    expect(await screen.findByText(failed, { selector: 'main p' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(failed));
    expect(await statusOnPhone()).toBe('signedIn');
    isCut = false;
    await pressEnd();
    await waitFor(() => expect(screen.queryByText(failed, { selector: 'main p' })).toBeNull());
    expect(await statusOnPhone()).toBe('signedOut');
  });

  it('says no more that an act failed once the sessions are read again', async () => {
    let isCut = false;
    const { user, screen, card } = await openSettings((server) => async (request) => {
      if (isCut && request.url.includes('/sessions')) throw new TypeError('Failed to fetch');
      return server(request);
    });
    const end = (await card('Chrome, Android')).getByRole('button', { name: 'Terminar Chrome, Android' });
    isCut = true;
    await user.click(end);
    const again = await screen.findByRole('button', { name: 'Tentar de novo' });
    isCut = false;
    await user.click(again);
    await card('Chrome, Android');
    await waitFor(() => expect(screen.getByRole('list', { name: 'As minhas sessões' })).toHaveFocus());
    expect(screen.queryByText(/^Não foi possível/, { selector: 'main p' })).toBeNull();
  });

  it('stands as it was read last while the server is asked again, also after a visit without a connection', async () => {
    let answer: 'comes' | 'is cut off' | 'is awaited' = 'comes';
    const { app, screen, card } = await openSettings((server) => async (request) => {
      if (answer === 'comes' || !request.url.endsWith('/sessions')) return server(request);
      if (answer === 'is awaited') return new Promise(() => undefined);
      throw new TypeError('Failed to fetch');
    });
    await card('Chrome, Android');
    answer = 'is cut off';
    await app.router.navigate({ href: '/ajuda' });
    await app.router.navigate({ href: '/definicoes' });
    await screen.findByRole('button', { name: 'Tentar de novo' });
    answer = 'is awaited';
    await app.router.navigate({ href: '/ajuda' });
    await app.router.navigate({ href: '/definicoes' });
    expect(await card('Chrome, Android')).toBeDefined();
  });
});
