import { expect, it } from 'vitest';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { askToSignOutFirst, forgetCitizen, readOccupants } from '../../db/core/device-database.ts';

/** Opens a tab as Maria. The server's answer to the first sign-out is held on its way until `arrive` is called. */
async function openWithSlowSignOut() {
  const real = createTestServer();
  const told: string[] = [];
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const rendered = await renderApp({
    at: '/ajuda',
    server: async (request) => {
      const answer = await real(request);
      if (request.method !== 'DELETE') return answer;
      told.push(new URL(request.url).search);
      if (told.length === 1) await arrived;
      return answer;
    },
  });
  const { app } = rendered;
  const { api, session } = app.services;
  // The question that the start asks is answered before the story begins.
  await session.reconcile();
  await session.enter(await signInAtServer(api), false);
  return { device: app.device, session, told, arrive: () => arrive() };
}

it('who signs out while the server is still being told of an idle end is signed out there too', async () => {
  const { device, session, told, arrive } = await openWithSlowSignOut();
  await askToSignOutFirst(device);
  const asking = session.reconcile();
  await expect.poll(() => told).toEqual(['?idle=true']);
  const leaving = session.leave('erase');
  await expect.poll(async () => (await readOccupants(device)).signOutFirst).toBe(true);
  arrive();
  await Promise.all([asking, leaving]);
  expect(told).toEqual(['?idle=true', '']);
  expect(await readOccupants(device)).toMatchObject({ signOutFirst: false });
});

it('who signs out in one tab while another comes to the idle end is told of as having signed out', async () => {
  const { device } = await openWithSlowSignOut();
  await forgetCitizen(device, true);
  await askToSignOutFirst(device);
  expect(await readOccupants(device)).toMatchObject({ signOutFirst: true });
});
