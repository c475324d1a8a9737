import { expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { type DeviceDatabase, readOccupants } from '../../db/core/device-database.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { useSession } from '../../state/session.ts';

type DeviceRow = Awaited<ReturnType<typeof readOccupants>>;

/** Writes a device's row as another tab does: `before` or `after` each of this tab's own changes, and with nothing of this tab in between. */
function writeElsewhere(device: DeviceDatabase, when: 'before' | 'after', row: Partial<DeviceRow>): void {
  const { core } = device;
  const begin = core.transaction;
  const write = () => {
    const store = device.backendDB().transaction('device', 'readwrite').objectStore('device');
    store.put({ key: 'device', current: null, signOutFirst: false, hasGuest: false, toErase: [], ...row });
    if (!row.current) store.delete('activity');
  };
  core.transaction = (stores, mode, ...given) => {
    if (mode === 'readwrite' && when === 'before') write();
    const transaction = begin(stores, mode, ...given);
    if (mode === 'readwrite' && when === 'after') write();
    return transaction;
  };
}

async function openAsMaria() {
  const { app } = await renderApp({ at: '/ajuda' });
  const { api, session } = app.services;
  // The question that the start asks is answered before the story begins.
  await session.reconcile();
  const signedIn = await signInAtServer(api);
  await session.enter(signedIn, false);
  return { ...app, api, session, mariaId: signedIn.citizen.id };
}

it('an answer that is followed just as another tab signs out brings nobody back', async () => {
  const { device, session, mariaId } = await openAsMaria();
  const left = { signOutFirst: true, toErase: [mariaId] };
  writeElsewhere(device, 'before', left);
  await session.reconcile();
  expect(await readOccupants(device)).toMatchObject({ current: null, ...left });
  expect(await device.device.get('activity')).toBeUndefined();
});

it('a citizen who signs in just as another does in another tab gives away neither their name nor what they began as a guest', async () => {
  const { app } = await renderApp({ at: '/ajuda' });
  const { api, session } = app.services;
  await session.reconcile();
  await session.beginAsGuest(false);
  const guest = app.scope.database();
  if (!guest) throw new Error('Nobody is here');
  const draftId = await writeCompleteDraft(guest, 'Começado pela Maria');
  const { citizen: joao } = await signInAtServer(api, JOAO);
  const maria = await signInAtServer(api);
  writeElsewhere(app.device, 'after', { current: { ...joao, shared: false }, hasGuest: true });
  await session.enter(maria, false, draftId);
  expect(useSession.getState()).toMatchObject({ citizen: { name: 'João Modelo' }, isSignedIn: false });
  const ofJoao = new CitizenDatabase(joao.id);
  expect(await readProfile(ofJoao)).toBeNull();
  expect(await ofJoao.drafts.count()).toBe(0);
  expect(await new CitizenDatabase(maria.citizen.id).drafts.get(draftId)).toBeDefined();
});
