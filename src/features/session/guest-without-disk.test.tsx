import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, it } from 'vitest';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { WORDS, writeShared } from '../../../testing/tab-guest.ts';
import { endTrouble, isMemoryOnly } from '../../db/core/storage-trouble.ts';

afterEach(() => endTrouble('memoryOnly'));

/** Reloads the tab of a guest who has written, at a moment at which the browser opens no database. */
async function reloadWithoutDisk() {
  const { close, at, clock } = await writeShared();
  await close();
  const disk = Dexie.dependencies.indexedDB;
  const broken = new IDBFactory();
  broken.open = () => {
    throw new DOMException('broken', 'InvalidStateError');
  };
  Dexie.dependencies.indexedDB = broken;
  const rendered = await renderApp({ at, device: 'same', clock });
  expect(isMemoryOnly()).toBe(true);

  async function reloadWithDisk() {
    await rendered.close();
    endTrouble('memoryOnly');
    Dexie.dependencies.indexedDB = disk;
    return renderApp({ at, device: 'same', clock });
  }

  return { ...rendered, reloadWithDisk };
}

describe('a guest of a shared device whose tab is loaded anew while the browser keeps nothing', () => {
  it('finds what they wrote at the next reload', async () => {
    const { app, path, reloadWithDisk } = await reloadWithoutDisk();
    expect(path()).toMatch(/^\/entrar/);
    await app.services.session.reconcile();
    const { screen } = await reloadWithDisk();
    expect(await screen.findByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(WORDS);
  });

  it('finds what they wrote also after they have begun a request without it', async () => {
    const { app, reloadWithDisk } = await reloadWithoutDisk();
    await app.services.session.beginAsGuest(true);
    expect(app.scope.database()).not.toBeNull();
    const { screen } = await reloadWithDisk();
    expect(await screen.findByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(WORDS);
  });

  it('leaves no key to it to whoever comes after they have signed in and out', async () => {
    const { app } = await reloadWithoutDisk();
    const { api, session } = app.services;
    await session.enter(await signInAtServer(api), true);
    await session.leave('erase');
    expect(window.name).toBe('');
  });
});
