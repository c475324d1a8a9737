import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { manualClock } from '../../../testing/manual-clock.ts';
import { createTestServer } from '../../../testing/render-app.tsx';
import { startTestI18n } from '../../../testing/render-feature.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { DeviceDatabase, forgetCitizen, noteGuest, rememberCitizen } from '../../db/core/device-database.ts';
import { maySomebodyBeHere, START_HINT_KEY } from '../../lib/start-hint.ts';
import { useSession } from '../../state/session.ts';
import { prepareApp } from './prepare-app.ts';

let engine: IDBFactory;

beforeEach(async () => {
  await startTestI18n();
  engine = new IDBFactory();
  Dexie.dependencies.indexedDB = engine;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  vi.stubGlobal('indexedDB', engine);
  localStorage.clear();
  useSession.setState(useSession.getInitialState(), true);
});

afterEach(() => vi.unstubAllGlobals());

const names = async () => (await engine.databases()).map(({ name }) => name);

/** Longer than anything waits for the first page (`LATEST_MS` in `first-page.ts`). */
const PAINTED_MS = 4_000;

/** Starts the app at an address, as a browser does. Nothing is painted here: what waits for the first page begins when `goOn` passes that time. */
async function begin(at: string, server = createTestServer()) {
  window.history.replaceState(null, '', at);
  const clock = manualClock(new Date());
  const app = await prepareApp({ server, clock });
  onTestFinished(() => app.stop());
  await app.router.load();
  function goOn(): Promise<void> {
    clock.pass(PAINTED_MS);
    return app.begun;
  }
  return { ...app, goOn };
}

const MARIA = {
  id: 'c_maria',
  name: 'Maria',
  maskedNiss: '*******0000',
  holder: 'person',
  shared: false,
} as const;

async function onDevice(change: (device: DeviceDatabase) => Promise<void>): Promise<void> {
  const device = new DeviceDatabase();
  await change(device);
  device.close();
}

describe('a device on which nobody ever was', () => {
  it('opens no database for whoever only looks', async () => {
    const app = await begin('/entrar');
    await app.goOn();
    // The server has been asked too, and knows nobody.
    await app.session.reconcile();
    expect(useSession.getState().status).toBe('nobody');
    await app.router.navigate({ to: '/' });
    expect(app.router.state.location.pathname).toBe('/entrar');
    expect(await names()).toEqual([]);
  });

  it('shows whoever signs in there, and is marked', async () => {
    const app = await begin('/entrar');
    await app.services.session.enter(await signInAtServer(app.services.api), false);
    expect(app.session.database()).not.toBeNull();
    expect(maySomebodyBeHere()).toBe(true);
    await app.services.session.leave('eraseAll');
    await expect.poll(() => maySomebodyBeHere()).toBe(false);
  });

  it('follows the server, which may know somebody', async () => {
    const server = createTestServer();
    const before = await begin('/entrar', server);
    await signInAtServer(before.services.api);
    await before.services.session.reconcile();
    expect(before.session.database()).not.toBeNull();
  });

  it('follows somebody who signs in in another tab', async () => {
    const app = await begin('/entrar');
    await app.goOn();
    await onDevice((device) => rememberCitizen(device, MARIA));
    window.dispatchEvent(new StorageEvent('storage', { key: START_HINT_KEY, newValue: '1' }));
    await expect.poll(() => app.session.database()?.citizenId).toBe(MARIA.id);
  });
});

describe('a device that a build without the mark has left', () => {
  beforeEach(async () => {
    await onDevice((device) => rememberCitizen(device, MARIA));
    localStorage.clear();
  });

  it.each(['/', '/pedidos'])('shows %s as its citizen’s list, and is marked from then on', async (at) => {
    const app = await begin(at);
    expect(app.router.state.location.pathname).toBe('/pedidos');
    expect(maySomebodyBeHere()).toBe(true);
  });

  it('shows sign-in at once, and then whose device it is', async () => {
    const app = await begin('/entrar');
    expect(app.session.database()).toBeNull();
    await app.goOn();
    expect(app.session.database()?.citizenId).toBe(MARIA.id);
  });
});

it('a device is marked as long as somebody is known or something is left to be done of them', async () => {
  await onDevice(async (device) => {
    await noteGuest(device);
    expect(maySomebodyBeHere()).toBe(true);
    await forgetCitizen(device, false, ['guest']);
    expect(maySomebodyBeHere()).toBe(true);
  });
  await (await begin('/entrar')).session.open();
  expect(maySomebodyBeHere()).toBe(false);
});
