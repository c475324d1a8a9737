import { createMemoryHistory } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import i18next from 'i18next';
import { onTestFinished } from 'vitest';
import type { Server } from '../contract/server.ts';
import { createMemoryStore } from '../mocks/memory-store.ts';
import { createMockServer } from '../mocks/server.ts';
import { App } from '../src/app/boot/app.tsx';
import { prepareApp } from '../src/app/boot/prepare-app.ts';
import { startI18n } from '../src/i18n.ts';
import type { Clock } from '../src/lib/clock.ts';
import { useSession } from '../src/state/session.ts';

/** Makes a pretend server with a memory of its own, and without faults until the demo panel asks for some. */
export function createTestServer(now: () => number = Date.now): Server {
  return createMockServer(createMemoryStore(), now);
}

const files = import.meta.glob<object>('../locales/*/*.json', { import: 'default' });

/** Reads the texts from the folder, since no server serves them here. */
async function readTexts(language: string, namespace: string): Promise<object> {
  return (await files[`../locales/${language}/${namespace}.json`]?.()) ?? {};
}

interface Surroundings {
  /** The address at which the app is opened. */
  at: string;
  server?: Server;
  /** `same`: the app is opened again on the device of the app before, as after a reload. */
  device?: 'new' | 'same';
  clock?: Clock;
}

function takeNewDevice(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  sessionStorage.clear();
  window.name = '';
  localStorage.clear();
}

/** Renders the whole app with its real routes, against the pretend server. */
export async function renderApp(surroundings: Surroundings) {
  const { at, server = createTestServer(), device = 'new', clock } = surroundings;
  if (device === 'new') takeNewDevice();
  useSession.setState(useSession.getInitialState(), true);
  if (!i18next.isInitialized) await startI18n(readTexts);
  const history = createMemoryHistory({ initialEntries: [at] });
  const prepared = await prepareApp({
    server,
    history,
    ...(clock && { clock }),
  });
  const user = userEvent.setup();
  const { unmount } = render(<App {...prepared} />);
  await prepared.router.load();
  await prepared.begun;
  const { device: deviceDatabase, scope } = await prepared.session.open();
  const app = { ...prepared, device: deviceDatabase, scope };

  async function close(): Promise<void> {
    unmount();
    await app.stop();
  }
  onTestFinished(close);
  return { app, user, server, screen, close, path: () => app.router.state.location.href };
}
