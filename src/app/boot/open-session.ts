import Dexie from 'dexie';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import type { ApiClient } from '../../api/client.ts';
import type { createCurrentDatabase } from '../../db/core/database-context.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { noteTrouble } from '../../db/core/storage-trouble.ts';
import type { Clock } from '../../lib/clock.ts';
import { fetchWithoutReload } from '../../parts/stand-ins/preload-helper.ts';
import { useSession } from '../../state/session.ts';
import { type SyncHandle, startSync } from '../../sync/start-sync.ts';
import type { DeviceWatchOptions } from '../device/watch-device.ts';
import { createSessionControl, type SessionControl } from '../session/session-control.ts';
import { createSessionScope, type SessionScope } from '../session/session-scope.ts';
import { watchIdle } from '../session/watch-idle.ts';
import { watchSession } from '../session/watch-session.ts';

/** The first page does not wait for the code that watches the device: until then, writes that the device refuses report it by themselves. */
const WATCH_DEVICE_AFTER_MS = 2000;
/** Some browsers never answer when a database is opened: waiting for them would hold the app up for ever. */
const OPEN_TIMEOUT_MS = 5000;

export interface SessionSurroundings {
  api: ApiClient;
  clock: Clock;
  current: ReturnType<typeof createCurrentDatabase>;
  /** Resolves when the work that the first page does not need may begin. */
  painted: Promise<DeviceWatchOptions['router'] | null>;
}

export interface OpenSession {
  device: DeviceDatabase;
  scope: SessionScope;
  control: SessionControl;
  stop(): Promise<void>;
}

const NO_SYNC: SyncHandle = { stop: () => Promise.resolve() };

/**
 * Opens what the device remembers and goes on from there; nothing waits for the server. In order:
 *
 * 1. The device's database is opened, or one in memory in its place.
 * 2. The citizen or guest who was here last becomes current: from now on pages have a database to read.
 * 3. Once the first page is painted, the session watches how long nothing has been pressed, and who is current; two seconds later, the device.
 */
export async function openSession(surroundings: SessionSurroundings): Promise<OpenSession> {
  const { api, clock, current, painted } = surroundings;
  const { now } = clock;
  let isStopped = false;
  // A browser needs as long for the first date of a visit as for a whole page, so it is made while the device is being read.
  setTimeout(() => lisbonDate(now()));
  const device = await openDevice(clock);
  const scope = createSessionScope(
    async (db) => {
      await painted;
      // An answer that was on its way when the page was closed may open a database once more.
      return isStopped ? NO_SYNC : startSync({ db, api });
    },
    now,
    current,
  );
  const control = createSessionControl({ api, device, scope, now });
  await control.resume();
  const stops: (() => void)[] = [];

  async function beginWatchDevice(router: DeviceWatchOptions['router']): Promise<void> {
    const { watchDevice } = await fetchWithoutReload(() => import('../device/watch-device.ts'));
    if (!isStopped) stops.push(watchDevice({ api, current: scope, device, clock, router }));
  }

  void painted.then((router) => {
    if (isStopped || !router) return;
    const watch = {
      device,
      clock,
      input: window,
      page: document,
      onWarning: (endsAt: number | null) => useSession.setState({ endsAt }),
      onActive: () => void control.extend(),
      onEnd: () => void control.endIdle(),
    };
    stops.push(
      watchIdle(watch),
      watchSession(control, scope, device),
      // Where its code does not come, a refused write still shows the notice about storage.
      clock.after(WATCH_DEVICE_AFTER_MS, () => void beginWatchDevice(router).catch(() => undefined)),
    );
  });

  return {
    device,
    scope,
    control,
    async stop() {
      isStopped = true;
      for (const stop of stops) stop();
      // A change of citizen that is under way would open a database again.
      await control.settled();
      await scope.become(null);
      await scope.settled();
      await control.settled();
    },
  };
}

/**
 * Opens the device's database. Where the browser keeps nothing, databases in memory, which last as long as the page, take its place: the citizen
 * can still write, send and copy, and is told.
 */
export async function openDevice(clock: Clock): Promise<DeviceDatabase> {
  const device = new DeviceDatabase();
  const isOpen = await new Promise<boolean>((resolve) => {
    const cancel = clock.after(OPEN_TIMEOUT_MS, () => resolve(false));
    // Where an older tab blocks it, the database opens in the end, once that tab is closed.
    device.on('blocked', cancel);
    device.open().then(
      () => resolve(true),
      () => resolve(false),
    );
  });
  if (isOpen) return device;
  device.close();
  // Databases opened from now on live in the page's memory, and end with it.
  const memory = await import('fake-indexeddb');
  Dexie.dependencies.indexedDB = new memory.IDBFactory();
  Dexie.dependencies.IDBKeyRange = memory.IDBKeyRange;
  noteTrouble('memoryOnly');
  return new DeviceDatabase();
}
