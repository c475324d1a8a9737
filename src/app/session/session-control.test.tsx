import { within } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { JOAO, MARIA, signInAtServer } from '../../../testing/sign-in.ts';
import { endSession } from '../../api/session-calls.ts';
import { forgetCitizen } from '../../db/core/device-database.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { useSession } from '../../state/session.ts';

type Rendered = Awaited<ReturnType<typeof renderApp>>;

async function openAsMaria(server = createTestServer()): Promise<Rendered> {
  const rendered = await renderApp({ at: '/ajuda', server });
  // The question that the start asks is answered before the story begins.
  await rendered.app.services.session.reconcile();
  const session = await signInAtServer(rendered.app.services.api);
  await rendered.app.services.session.enter(session, false);
  return rendered;
}

const MINUTE_MS = 60_000;

it('what the guest of a tab has begun lives on for as long as they go on signed in', async () => {
  const clock = manualClock(new Date());
  const mine = await renderApp({ at: '/ajuda', clock });
  const { session } = mine.app.services;
  await session.beginAsGuest(true);
  const guest = mine.app.scope.database();
  if (!guest) throw new Error('Nobody is here');
  // A guest who wrote nothing is asked nothing, and nothing of theirs stays.
  await writeCompleteDraft(guest, 'Começado sem iniciar sessão', clock.now());
  await session.enter(await signInAtServer(mine.app.services.api, MARIA, true), true);
  for (let n = 0; n < 2; n += 1) {
    clock.pass(6 * MINUTE_MS);
    await session.stay();
  }
  await mine.close();
  await renderApp({ at: '/ajuda', device: 'same', clock });
  expect(await Dexie.getDatabaseNames()).toContain(guest.name);
});

describe('whose words are on the screen', () => {
  it('stay there after a reload without a connection', async () => {
    const first = await openAsMaria();
    await first.close();
    const again = await renderApp({
      at: '/pedidos',
      device: 'same',
      server: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await again.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    expect(again.screen.getByText('Maria Exemplo')).toBeInTheDocument();
    expect(useSession.getState()).toMatchObject({ status: 'citizen', isSignedIn: false });
  });

  it('are gone from a shared device once somebody else signs in, although nobody signed out', async () => {
    const rendered = await renderApp({ at: '/ajuda', server: createTestServer() });
    const { services, scope } = rendered.app;
    await services.session.reconcile();
    await services.session.enter(await signInAtServer(rendered.app.services.api, MARIA, true), true);
    const { name = '' } = scope.database() ?? {};
    expect(await Dexie.exists(name)).toBe(true);
    await services.session.enter(await signInAtServer(rendered.app.services.api, JOAO), false);
    expect(await Dexie.exists(name)).toBe(false);
  });

  it('stay there when the session has ended, with a line that says so', async () => {
    const { app, screen } = await openAsMaria();
    await endSession(app.services.api);
    await app.services.session.reconcile();
    expect(useSession.getState().status).toBe('ended');
    const [line] = await screen.findAllByText(
      'A sua sessão terminou. Inicie sessão para continuar onde estava. Não perdeu o que escreveu.',
    );
    expect(line).toBeVisible();
    expect(screen.getByText('Maria Exemplo')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Iniciar sessão' })).toHaveAttribute(
      'href',
      '/entrar?voltar=%2Fajuda',
    );
  });

  it('are those of whoever signed in meanwhile', async () => {
    const rendered = await openAsMaria();
    const joao = await signInAtServer(rendered.app.services.api, JOAO);
    await rendered.app.services.session.reconcile();
    await rendered.screen.findByText('João Modelo');
    expect(rendered.screen.queryByText('Maria Exemplo')).toBeNull();
    const db = rendered.app.scope.database();
    expect(db?.citizenId).toBe(joao.citizen.id);
    expect(db && (await readProfile(db))?.representations).toHaveLength(2);
  });

  it('end with a shared session also where the device has forgotten that it is shared', async () => {
    const rendered = await renderApp({ at: '/ajuda' });
    await rendered.app.services.session.reconcile();
    await signInAtServer(rendered.app.services.api, MARIA, true);
    await rendered.app.services.session.reconcile();
    expect(useSession.getState()).toMatchObject({ citizen: { name: 'Maria Exemplo' }, isShared: true });
  });

  it('stay there when the server answers half a session', async () => {
    const real = createTestServer();
    let isBroken = false;
    const rendered = await openAsMaria(async (request) => {
      const asksWhoIsThere = request.method === 'GET' && request.url.endsWith('/session');
      return isBroken && asksWhoIsThere ? Response.json({ status: 'signedIn' }) : real(request);
    });
    isBroken = true;
    await rendered.app.services.session.reconcile();
    expect(useSession.getState()).toMatchObject({ status: 'citizen', isSignedIn: true });
    expect(rendered.screen.getByText('Maria Exemplo')).toBeInTheDocument();
  });

  it('go from the screen when another tab signs out', async () => {
    const server = createTestServer();
    const rendered = await openAsMaria(server);
    await rendered.app.router.navigate({ to: '/pedidos' });
    await rendered.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });

    await forgetCitizen(rendered.app.device, false);
    await rendered.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    // The page of the demo lists its accounts by name, so only the header is searched.
    expect(within(rendered.screen.getByRole('banner')).queryByText('Maria Exemplo')).toBeNull();
  });
});
