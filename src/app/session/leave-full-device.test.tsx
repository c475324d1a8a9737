import Dexie from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { listCitizenIds } from '../../db/core/citizen-database.ts';
import { readCurrentCitizen, readOccupants } from '../../db/core/device-database.ts';

/** Calls back when a database is deleted. */
function onErased(callBack: () => void): void {
  const { indexedDB } = Dexie.dependencies;
  const erase = indexedDB.deleteDatabase.bind(indexedDB);
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    callBack();
    return erase(name);
  });
}

afterEach(() => {
  vi.restoreAllMocks();
});

it('whoever signs out on a full device without a connection stays signed in: the server would let them in again', async () => {
  const server = createTestServer();
  let isCut = false;
  const { app } = await renderApp({
    at: '/definicoes',
    server: (request) => (isCut ? Promise.reject(new TypeError('Failed to fetch')) : server(request)),
  });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), false);
  isCut = true;
  fillDisk('write', ['device']);
  await expect(session.leave('keep')).rejects.toThrow();
  expect(await readCurrentCitizen(app.device)).not.toBeNull();
});

it('on a full shared device what a guest of a tab wrote goes with the citizen', async () => {
  const { app } = await renderApp({ at: '/definicoes' });
  const { api, session } = app.services;
  await session.beginAsGuest(true);
  const guest = app.scope.database();
  if (guest) await writeCompleteDraft(guest);
  await session.enter(await signInAtServer(api), true);
  const makeRoom = fillDisk('write', ['device']);
  await session.leave('erase');
  makeRoom();
  expect(await readOccupants(app.device)).toMatchObject({ current: null, hasGuest: false });
  expect(await listCitizenIds()).toEqual([]);
});

it('nothing of a guest is said to be there once all is erased, where erasing has made room', async () => {
  const { app } = await renderApp({ at: '/definicoes' });
  const { api, session } = app.services;
  await session.beginAsGuest(false);
  const guest = app.scope.database();
  if (guest) await writeCompleteDraft(guest);
  await session.enter(await signInAtServer(api), false);
  const makeRoom = fillDisk('write', ['device']);
  onErased(makeRoom);
  await session.leave('eraseAll');
  expect(await readOccupants(app.device)).toMatchObject({ current: null, hasGuest: false });
  expect(app.scope.database()).toBeNull();
});

it('no editor can save anew what is erased while the server is still being told', async () => {
  const server = createTestServer();
  let writable: unknown;
  const { app } = await renderApp({
    at: '/definicoes',
    server: (request) => {
      if (request.method === 'DELETE') writable = app.scope.database();
      return server(request);
    },
  });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), false);
  fillDisk('write', ['device']);
  await session.leave('erase');
  expect(writable).toBeNull();
  expect(await listCitizenIds()).toEqual([]);
});
