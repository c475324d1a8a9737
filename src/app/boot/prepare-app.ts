import type { RouterHistory } from '@tanstack/react-router';
import { type ApiClient, createApiClient } from '../../api/client.ts';
import type { Server } from '../../contract/server.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { isSending } from '../../db/outbox/outbox.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { setSessionEnd } from '../../state/session.ts';
import type { SyncHandle } from '../../sync/start-sync.ts';
import type { AppUpdate, UpdateOptions } from '../device/app-update.ts';
import { openDevice } from '../device/open-device.ts';
import type { DeviceWatchOptions } from '../device/watch-device.ts';
import { createSessionControl } from '../session/session-control.ts';
import { createSessionScope, type SessionScope } from '../session/session-scope.ts';
import { watchIdle } from '../session/watch-idle.ts';
import { watchSession } from '../session/watch-session.ts';
import type { Services } from '../shell/services.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { createFirstPage } from './first-page.ts';
import { followCitizen } from './follow-citizen.ts';
import { type AppRouter, createAppRouter, fetchPage } from './router.ts';

/** How long a page stays white before it says that it waits. */
const TELL_AFTER_MS = 5000;
/** Nobody's first screen waits for what looks after the device: what is written until then is watched already. */
const WATCH_DEVICE_AFTER_MS = 2000;

type BeginSync = (options: { db: CitizenDatabase; api: ApiClient }) => Promise<SyncHandle>;

const loadSync: BeginSync = async (options) => (await import('../../sync/start-sync.ts')).startSync(options);

export interface AppOptions {
  server: Server;
  isDemo: boolean;
  history?: RouterHistory;
  clock?: Clock;
  watchForUpdates?: (options: UpdateOptions) => AppUpdate;
  beginSync?: BeginSync;
  browserLanguages?: readonly string[];
}

export interface PreparedApp {
  services: Services;
  scope: SessionScope;
  router: AppRouter;
  /** Resolves when what the first page does not wait for has begun. */
  begun: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Opens what the device remembers and goes on from there; the server is asked meanwhile and nothing waits for it. In order:
 *
 * 1. The device's database is opened, or a memory in its place.
 * 2. The session's scope and control are made, and the router, which sends for the code of the page in the address.
 * 3. Whoever was here last becomes current: from now on a page has a database to read. A page that waits long for it says so.
 * 4. What watches whoever is here begins: who is current, and how long nothing has been pressed.
 * 5. Once the first page is painted: sync, the question who is signed in, the service worker.
 * 6. Two seconds after the start: what looks after the device.
 */
export async function prepareApp(options: AppOptions): Promise<PreparedApp> {
  const { isDemo, history, clock = systemClock, beginSync = loadSync, browserLanguages = [] } = options;
  const { now } = clock;
  let isStopped = false;
  const api = createApiClient(window.location.origin, options.server);
  const device = await openDevice(clock);
  const firstPage = createFirstPage(clock);
  const scope = createSessionScope(async (db) => {
    await firstPage.painted;
    return beginSync({ db, api });
  }, now);
  const session = createSessionControl({ api, device, scope, now });
  const update =
    options.watchForUpdates?.({ after: firstPage.painted, isSending: () => isSending(scope.database()) }) ??
    null;
  const services: Services = {
    api,
    device,
    session,
    currentDatabase: scope.database,
    isDemo,
    browserLanguages,
    update,
  };

  const router = createAppRouter(services, history && { history });
  fetchPage(router);
  firstPage.follow(router);
  await tellIfHeld(session.resume(), clock);
  const stopFollowing = followCitizen(router, scope);
  const stopAhead = fetchAhead(router);
  const stopIdle = watchIdle({
    device,
    clock,
    input: window,
    page: document,
    onWarning: setSessionEnd,
    onActive: () => void session.extend(),
    onEnd: () => void session.endIdle(),
  });
  let stopWatching: (() => void) | null = null;
  const begun = firstPage.painted.then(() => {
    if (isStopped) return;
    stopWatching = watchSession(session, scope, device);
    void session.reconcile();
  });
  const stopDevice = watchDeviceLater({ scope, device, clock, router });

  return {
    services,
    scope,
    router,
    begun,
    async stop() {
      isStopped = true;
      firstPage.stop();
      stopFollowing();
      stopAhead();
      stopWatching?.();
      stopIdle();
      stopDevice();
      await scope.become(null);
      await scope.settled();
    },
  };
}

/** A transaction that another page never ends holds every later one up, and no browser tells: only the time does. */
async function tellIfHeld(resuming: Promise<void>, clock: Clock): Promise<void> {
  const cancel = clock.after(TELL_AFTER_MS, () => noteTrouble('blocked'));
  await resuming.finally(cancel);
  endTrouble('blocked');
}

function watchDeviceLater(options: DeviceWatchOptions): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;

  async function start(): Promise<void> {
    const { watchDevice } = await import('../device/watch-device.ts');
    if (!isStopped) stop = watchDevice(options);
  }

  // Without its code the notice still comes, from the writes themselves.
  const cancel = options.clock.after(WATCH_DEVICE_AFTER_MS, () => void start().catch(() => undefined));
  return () => {
    isStopped = true;
    cancel();
    stop?.();
  };
}
