import { waitFor } from '@testing-library/react';
import Dexie from 'dexie';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { IDLE_MINUTES } from '../../../domain/session-life.ts';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readSession } from '../../api/session-calls.ts';
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

/** Lets no database take these writes, for another reason than want of room. */
function refuseWrites(writes: readonly ('put' | 'delete' | 'clear')[]): void {
  for (const write of writes)
    vi.spyOn(IDBObjectStore.prototype, write).mockImplementation(() => {
      throw new DOMException('refused', 'UnknownError');
    });
}

/** Opens a full device whose citizen has signed in, and whose connection is gone. */
async function openWithoutConnection() {
  const server = createTestServer();
  let isCut = false;
  const rendered = await renderApp({
    at: '/definicoes',
    server: (request) => (isCut ? Promise.reject(new TypeError('Failed to fetch')) : server(request)),
  });
  const { api, session } = rendered.app.services;
  await session.enter(await signInAtServer(api), false);
  isCut = true;
  fillDisk('write', ['device']);
  return rendered;
}

afterEach(() => {
  vi.restoreAllMocks();
});

it('whoever signs out on a full device without a connection stays signed in: the server would let them in again', async () => {
  const { app } = await openWithoutConnection();
  await expect(app.services.session.leave('keep')).rejects.toThrow();
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

it('no editor can save anew what is erased, and the tab remembers nothing', async () => {
  const { app } = await renderApp({ at: '/definicoes' });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), true);
  fillDisk('write', ['device']);
  const open: unknown[] = [];
  onErased(() => open.push(app.scope.database()?.isOpen()));
  await session.leave('erase');
  expect(open).toEqual([false]);
  expect(sessionStorage).toHaveLength(0);
  expect(await listCitizenIds()).toEqual([]);
});

it('on a full device the page shows who leaves until nothing is left of their words: only then is it safe to close', async () => {
  const { app, screen } = await renderApp({ at: '/definicoes' });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), false);
  await screen.findAllByText('Maria Exemplo');
  fillDisk('write', ['device']);
  const shown: unknown[] = [];
  onErased(() => shown.push(screen.queryAllByText('Maria Exemplo').length > 0));
  await session.leave('erase');
  expect(shown).toEqual([true]);
  expect(await readCurrentCitizen(app.device)).toBeNull();
  await waitFor(() => expect(screen.queryByText('Maria Exemplo')).toBeNull());
});

it('whoever cannot sign out there without a connection stays on their page', async () => {
  const { app, screen } = await openWithoutConnection();
  await expect(app.services.session.leave('erase')).rejects.toThrow();
  expect(app.scope.database()).not.toBeNull();
  expect(await screen.findByRole('heading', { level: 1, name: 'Definições' })).toBeVisible();
});

it.each([
  { choice: 'keep', refused: ['put'] },
  { choice: 'erase', refused: ['put'] },
  { choice: 'keep', refused: ['put', 'delete', 'clear'] },
  { choice: 'erase', refused: ['put', 'delete', 'clear'] },
  { choice: 'eraseAll', refused: ['put', 'delete', 'clear'] },
] as const)(
  'whoever signs out where the browser refuses writes is shown no more, and the server knows (%o)',
  async ({ choice, refused }) => {
    const { app, screen } = await renderApp({ at: '/definicoes' });
    const { api, session } = app.services;
    await session.enter(await signInAtServer(api), false);
    await screen.findAllByText('Maria Exemplo');
    refuseWrites(refused);
    await session.leave(choice);
    expect(await readSession(api)).toMatchObject({ value: { status: 'signedOut' } });
    expect(app.scope.database()).toBeNull();
    await waitFor(() => expect(screen.queryByText('Maria Exemplo')).toBeNull());
  },
);

it('nothing is said to be erased where the browser takes no write and deletes no database', async () => {
  const { app } = await renderApp({ at: '/definicoes' });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), true);
  refuseWrites(['put', 'delete', 'clear']);
  onErased(() => {
    throw new DOMException('refused', 'UnknownError');
  });
  expect(await session.leave('erase')).toBe(false);
});

it('whoever left a shared device idle is shown no more also where the browser refuses writes', async () => {
  const clock = manualClock(new Date());
  const { app, screen } = await renderApp({ at: '/definicoes', clock });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), true);
  await screen.findAllByText('Maria Exemplo');
  refuseWrites(['put', 'delete', 'clear']);
  clock.pass(IDLE_MINUTES.shared * 60_000);
  await waitFor(() => expect(app.scope.database()).toBeNull());
  expect(await readSession(api)).toMatchObject({ value: { status: 'signedOut' } });
});
