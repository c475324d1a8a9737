import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, it } from 'vitest';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { endTrouble, isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { useSession } from '../../state/session.ts';

afterEach(() => endTrouble('memoryOnly'));

/** Starts e-Clic at Maria's settings in a browser that keeps nothing; she is signed in, and what the server hears can be cut off. */
async function openWithoutDisk(shared = false) {
  const real = createTestServer();
  let isCut = false;
  const server = (request: Request) =>
    isCut ? Promise.reject(new TypeError('Failed to fetch')) : real(request);
  const broken = new IDBFactory();
  broken.open = () => {
    throw new DOMException('broken', 'InvalidStateError');
  };

  async function start() {
    Dexie.dependencies.indexedDB = broken;
    return renderApp({ at: '/definicoes', server, device: 'same' });
  }

  const rendered = await start();
  expect(isMemoryOnly()).toBe(true);
  const { api, session } = rendered.app.services;
  await session.reconcile();
  await session.enter(await signInAtServer(api), shared);

  /** Loads the page anew, with the connection back; the new page asks the server who is signed in. */
  async function reload() {
    await rendered.close();
    isCut = false;
    const { app } = await start();
    await app.services.session.reconcile();
  }

  const setCut = (cut: boolean) => {
    isCut = cut;
  };
  return { ...rendered, setCut, reload };
}

it('whoever signs out without a connection, in a browser that keeps nothing, hears that it failed, and stays on their page', async () => {
  const { app, screen, user, setCut } = await openWithoutDisk();
  await user.click(await screen.findByRole('button', { name: 'Terminar sessão' }));
  const erase = await screen.findByRole('button', { name: 'Apagar e sair' });
  setCut(true);
  await user.click(erase);
  const heard = () => screen.getAllByRole('alert').map(({ textContent }) => textContent);
  await expect.poll(() => heard().join()).toContain('Não foi possível terminar a sessão.');
  expect(screen.getByRole('heading', { level: 1, name: 'Definições' })).toBeVisible();
  expect(app.scope.database()).not.toBeNull();
});

it.each([false, true])(
  'whoever has signed out in a browser that keeps nothing is not shown at the next start (shared: %o)',
  async (shared) => {
    const { app, setCut, reload } = await openWithoutDisk(shared);
    const { session } = app.services;
    setCut(true);
    await expect(session.leave('erase')).rejects.toThrow();
    setCut(false);
    expect(await session.leave('erase')).toBe(true);
    expect(app.scope.database()).toBeNull();
    await reload();
    expect(useSession.getState().citizen).toBeNull();
  },
);
