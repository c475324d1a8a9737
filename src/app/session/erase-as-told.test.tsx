import Dexie from 'dexie';
import { IDBObjectStore } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import { asBrowser, DESKTOP, PHONE } from '../../../testing/as-browser.ts';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { eraseOnDevice, listMySessions } from '../../api/account-calls.ts';
import { createApiClient } from '../../api/client.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';

const WORDS = 'A minha doença e a minha morada';

/** Opens a phone on which Maria has written, and her desktop, from which she asks the phone to erase her words. */
async function losePhone(between: (server: Server) => Server = (server) => server) {
  const account = createTestServer();
  const server = between(asBrowser(account, PHONE));
  const phone = await renderApp({ at: '/ajuda', server });
  const { services, scope } = phone.app;
  await services.session.reconcile();
  await services.session.enter(await signInAtServer(services.api), false);
  const db = scope.database();
  if (!db) throw new Error('Nobody is here');
  await writeCompleteDraft(db, WORDS);

  const desktop = createApiClient(window.location.origin, asBrowser(account, DESKTOP));
  const { citizen } = await signInAtServer(desktop);
  async function find() {
    const outcome = await listMySessions(desktop);
    const listed = outcome.kind === 'accepted' ? outcome.value.sessions : [];
    return listed.find(({ device }) => device === 'Chrome, Android');
  }
  const order = async () =>
    eraseOnDevice(desktop, { citizenId: citizen.id, sessionId: (await find())?.id ?? '' });
  return { ...phone, server, db, order, stateThere: async () => (await find())?.state };
}

const TOLD = /^O que escreveu e recebeu neste dispositivo foi apagado, como pediu noutro dispositivo/;

it('a device that is told to erase does so as soon as it has a connection, and says that it has', async () => {
  const { screen, db, order, stateThere, path } = await losePhone();
  expect(await screen.findAllByText('Maria Exemplo')).not.toEqual([]);
  await order();
  expect(await stateThere()).toBe('mustErase');
  window.dispatchEvent(new Event('online'));
  await screen.findByText(TOLD);
  expect(await Dexie.exists(db.name)).toBe(false);
  expect(document.body).not.toHaveTextContent(/Maria Exemplo|doença/);
  expect(await stateThere()).toBe('erased');
  expect(path()).toBe('/ajuda');
});

it('a device whose citizen signed out and kept what they wrote there is told at its next start', async () => {
  const first = await losePhone();
  await first.app.services.session.leave('keep');
  await first.close();
  first.db.close();
  await first.order();
  const again = await renderApp({ at: '/entrar', device: 'same', server: first.server });
  await again.screen.findByText(TOLD);
  expect(await Dexie.exists(first.db.name)).toBe(false);
  expect(await first.stateThere()).toBe('erased');
});

it('a device that could not say that it has erased says so the next time', async () => {
  let isCut = true;
  const phone = await losePhone((server) => async (request) => {
    if (isCut && request.url.endsWith('/session/erased')) throw new TypeError('Failed to fetch');
    return server(request);
  });
  await phone.order();
  await phone.app.services.session.reconcile();
  expect(await Dexie.exists(phone.db.name)).toBe(false);
  expect(await phone.stateThere()).toBe('mustErase');
  isCut = false;
  await phone.app.services.session.reconcile();
  expect(await phone.stateThere()).toBe('erased');
});

it('a device that was signed out without a connection, and kept what was written, is told too', async () => {
  let isCut = false;
  const phone = await losePhone((server) => async (request) => {
    if (isCut) throw new TypeError('Failed to fetch');
    return server(request);
  });
  isCut = true;
  await phone.app.services.session.leave('keep');
  await phone.order();
  isCut = false;
  await phone.app.services.session.reconcile();
  expect(await Dexie.exists(phone.db.name)).toBe(false);
  expect(await phone.stateThere()).toBe('erased');
});

it('a full device erases too, and nothing of the name is left in it', async () => {
  const { app, screen, db, order, stateThere } = await losePhone();
  expect(await screen.findAllByText('Maria Exemplo')).not.toEqual([]);
  await order();
  fillDisk('write', ['device']);
  await app.services.session.reconcile();
  await screen.findByText(TOLD);
  expect(await Dexie.exists(db.name)).toBe(false);
  expect(await readCurrentCitizen(app.device)).toBeNull();
  expect(document.body).not.toHaveTextContent(/Maria Exemplo|doença/);
  expect(await stateThere()).toBe('erased');
});

it('a full device that deletes no row either shows nobody, and is told again', async () => {
  const { app, db, order, stateThere } = await losePhone();
  await order();
  const makeRoom = fillDisk('write', ['device']);
  const deletion = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('refused', 'UnknownError');
  });
  await app.services.session.reconcile();
  expect(app.scope.database()).toBeNull();
  expect(await Dexie.exists(db.name)).toBe(false);
  expect(await stateThere()).toBe('mustErase');
  makeRoom();
  deletion.mockRestore();
  await app.services.session.reconcile();
  expect(await readCurrentCitizen(app.device)).toBeNull();
  expect(await stateThere()).toBe('erased');
});
