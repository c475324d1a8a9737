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

/** The pretend server with a memory of its own and no troubles, unless the panel is asked for some. */
export function createTestServer(now: () => number = Date.now): Server {
  return createMockServer(createMemoryStore(), now);
}

const files = import.meta.glob<object>('../locales/*/*.json', { import: 'default' });

/** No server has the texts here. */
async function readTexts(language: string, namespace: string): Promise<object> {
  return (await files[`../locales/${language}/${namespace}.json`]?.()) ?? {};
}

interface Surroundings {
  /** Where the app is opened. */
  at: string;
  server?: Server;
  /** `same`: opened again on the device of the app before, as after a reload. */
  device?: 'new' | 'same';
  clock?: Clock;
  browserLanguages?: readonly string[];
}

function takeNewDevice(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  sessionStorage.clear();
  window.name = '';
  localStorage.clear();
}

/** The whole app with its real routes, against the pretend server. */
export async function renderApp(surroundings: Surroundings) {
  const { at, server = createTestServer(), device = 'new', clock, browserLanguages = [] } = surroundings;
  if (device === 'new') takeNewDevice();
  useSession.setState(useSession.getInitialState(), true);
  if (!i18next.isInitialized) await startI18n(readTexts);
  const history = createMemoryHistory({ initialEntries: [at] });
  const prepared = await prepareApp({
    server,
    isDemo: false,
    history,
    browserLanguages,
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
