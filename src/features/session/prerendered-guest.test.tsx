import { waitFor } from '@testing-library/react';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { fillDisk } from '../../../testing/full-disk.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readOccupants } from '../../db/core/device-database.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { forgetPrerenderedDraft } from '../../lib/prerendered-page.ts';
import { useSession } from '../../state/session.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Opens the first step of a draft, which was written at build time and can be typed into before the app has come. */
async function openPrerendered() {
  const draftId = crypto.randomUUID();
  document.documentElement.dataset.draftId = draftId;
  onTestFinished(forgetPrerenderedDraft);
  return renderApp({ at: `/rascunhos/${draftId}/descricao` });
}

it('a guest goes on with the page that came before the app where the device takes no note of them', async () => {
  fillDisk('write', ['device']);
  const { screen, app } = await openPrerendered();
  expect(await screen.findByRole('textbox', { name: 'Descrição do pedido' })).toBeVisible();
  expect(app.scope.database()?.citizenId).toBe(GUEST_ID);
});

it('no guest is left behind by a page that came before the app and was not written in', async () => {
  const { app } = await openPrerendered();
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), false);
  await waitFor(async () => expect(await readOccupants(app.device)).toMatchObject({ hasGuest: false }));
  await session.leave('keep');
  expect(useSession.getState().status).toBe('nobody');
});
