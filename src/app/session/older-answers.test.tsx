import { waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { endSession } from '../../api/session-calls.ts';
import { askToSignOutFirst, readOccupants, rememberCitizen } from '../../db/core/device-database.ts';
import { noteLeaving } from '../../db/storage/forget-citizen.ts';
import { useSession } from '../../state/session.ts';

function makeGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** Opens a tab as Maria, asks who is signed in, and holds the server's answer on its way until `arrive` is called. */
async function askSlowly({ isSignedIn = true } = {}) {
  const real = createTestServer();
  const held = makeGate();
  const answered = makeGate();
  let holdsNext = false;
  const rendered = await renderApp({
    at: '/ajuda',
    server: async (request) => {
      const answer = await real(request);
      if (!holdsNext || request.method !== 'GET' || !request.url.endsWith('/session')) return answer;
      holdsNext = false;
      answered.open();
      await held.opened;
      return answer;
    },
  });
  const { app, screen } = rendered;
  const { api, session } = app.services;
  // The question that the start asks is answered before the story begins.
  await session.reconcile();
  await session.enter(await signInAtServer(api), false);
  if (!isSignedIn) await endSession(api);
  holdsNext = true;
  const asking = session.reconcile();
  await answered.opened;
  async function arrive() {
    held.open();
    await asking;
  }
  return { ...app, api, session, screen, arrive };
}

describe('an answer that is older', () => {
  it('than the last signing in does not end the session', async () => {
    const { api, session, arrive } = await askSlowly({ isSignedIn: false });
    await session.enter(await signInAtServer(api), false);
    await arrive();
    expect(useSession.getState()).toMatchObject({ status: 'citizen', isSignedIn: true });
  });

  it('than the sign-out in another tab brings nobody and no words back', async () => {
    const { device, scope, arrive } = await askSlowly();
    const toErase = [scope.database()?.citizenId];
    await noteLeaving(device, 'erase');
    await waitFor(() => expect(scope.database()).toBeNull());
    await arrive();
    expect(await readOccupants(device)).toMatchObject({ current: null, signOutFirst: true, toErase });
    expect(scope.database()).toBeNull();
  });

  it('than the idle end in another tab leaves the server to be told of that', async () => {
    const { device, arrive } = await askSlowly();
    await askToSignOutFirst(device);
    await arrive();
    expect(await readOccupants(device)).toMatchObject({ signOutFirst: 'asIdle' });
  });

  it('than a signing in in another tab does not bring the citizen before back', async () => {
    const { api, device, screen, arrive } = await askSlowly();
    const { citizen } = await signInAtServer(api, JOAO);
    await rememberCitizen(device, { ...citizen, shared: false });
    await screen.findByText('João Modelo');
    await arrive();
    const joao = { citizen: { id: citizen.id }, isSignedIn: true };
    await waitFor(() => expect(useSession.getState()).toMatchObject(joao));
  });
});
