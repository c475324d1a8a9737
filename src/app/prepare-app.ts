import type { RouterHistory } from '@tanstack/react-router';
import { type ApiClient, createApiClient } from '../api/client.ts';
import type { Server } from '../contract/server.ts';
import type { CitizenDatabase } from '../db/citizen-database.ts';
import { isSending } from '../db/outbox.ts';
import { endTrouble, noteTrouble } from '../db/storage-trouble.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { setSessionEnd } from '../state/session.ts';
import type { SyncHandle } from '../sync/start-sync.ts';
import type { AppUpdate, UpdateOptions } from './app-update.ts';
import { type CitizenHome, createCitizenHome } from './citizen-home.ts';
import { createFirstPage } from './first-page.ts';
import { followCitizen } from './follow-citizen.ts';
import { openDevice } from './open-device.ts';
import { type AppRouter, createAppRouter, fetchPage } from './router.ts';
import type { Services } from './services.ts';
import { createSessionControl } from './session-control.ts';
import { watchDeviceLater } from './watch-device-later.ts';
import { watchIdle } from './watch-idle.ts';
import { watchSession } from './watch-session.ts';

/** How long a page stays white before it says that it waits. */
const TELL_AFTER_MS = 5000;

type BeginSync = (options: { db: CitizenDatabase; api: ApiClient }) => Promise<SyncHandle>;

const loadSync: BeginSync = async (options) => (await import('../sync/start-sync.ts')).startSync(options);

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
  home: CitizenHome;
  router: AppRouter;
  /** Resolves when what the first page does not wait for has begun. */
  begun: Promise<void>;
  /** Ends sync and everything that watches. */
  stop(): Promise<void>;
}

/** Opens what the device remembers and goes on from there; the server is asked meanwhile and nothing waits for it. */
export async function prepareApp(options: AppOptions): Promise<PreparedApp> {
  const {
    server,
    isDemo,
    history,
    clock = systemClock,
    beginSync = loadSync,
    browserLanguages = [],
  } = options;
  const { now } = clock;
  let isStopped = false;
  const api = createApiClient(window.location.origin, server);
  const device = await openDevice(clock);
  const firstPage = createFirstPage(clock);
  const home = createCitizenHome(async (db) => {
    await firstPage.painted;
    return beginSync({ db, api });
  }, now);
  const session = createSessionControl({ api, device, home, now });
  const update =
    options.watchForUpdates?.({ after: firstPage.painted, isSending: () => isSending(home.database()) }) ??
    null;
  const services: Services = {
    api,
    device,
    session,
    currentDatabase: home.database,
    isDemo,
    browserLanguages,
    update,
  };

  const router = createAppRouter(services, history);
  fetchPage(router);
  firstPage.follow(router);
  await tellIfHeld(session.resume(), clock);
  const stopFollowing = followCitizen(router, home);
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
    stopWatching = watchSession(session, home, device);
    void session.reconcile();
  });
  const stopDevice = watchDeviceLater({ home, device, clock, router });

  return {
    services,
    home,
    router,
    begun,
    async stop() {
      isStopped = true;
      firstPage.stop();
      stopFollowing();
      stopWatching?.();
      stopIdle();
      stopDevice();
      await home.become(null);
      await home.settled();
    },
  };
}

/** A transaction that another page never ends holds every later one up, and no browser tells: only the time does. */
async function tellIfHeld(resuming: Promise<void>, clock: Clock): Promise<void> {
  const cancel = clock.after(TELL_AFTER_MS, () => noteTrouble('blocked'));
  await resuming.finally(cancel);
  endTrouble('blocked');
}
