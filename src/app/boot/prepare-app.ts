import type { RouterHistory } from '@tanstack/react-router';
import { type ApiClient, createApiClient } from '../../api/client.ts';
import type { Server } from '../../contract/server.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { isSending } from '../../db/outbox/outbox.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { setSessionEnd } from '../../state/session.ts';
import type { SyncHandle } from '../../sync/start-sync.ts';
import type { AppUpdate, UpdateOptions } from '../device/app-update.ts';
import { openDevice } from '../device/open-device.ts';
import { watchDeviceLater } from '../device/watch-device-later.ts';
import { createSessionControl } from '../session/session-control.ts';
import { createSessionScope, type SessionScope } from '../session/session-scope.ts';
import { watchIdle } from '../session/watch-idle.ts';
import { watchSession } from '../session/watch-session.ts';
import type { Services } from '../shell/services.ts';
import { createFirstPage } from './first-page.ts';
import { followCitizen } from './follow-citizen.ts';
import { type AppRouter, createAppRouter, fetchPage } from './router.ts';

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

  const router = createAppRouter(services, history);
  fetchPage(router);
  firstPage.follow(router);
  await session.resume();
  const stopFollowing = followCitizen(router, scope);
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
  const stopDevice = watchDeviceLater({
    scope,
    device,
    clock,
    openNews: (requestId) => openNews(router, requestId),
  });

  return {
    services,
    scope,
    router,
    begun,
    async stop() {
      isStopped = true;
      firstPage.stop();
      stopFollowing();
      stopWatching?.();
      stopIdle();
      stopDevice();
      await scope.become(null);
      await scope.settled();
    },
  };
}

function openNews(router: AppRouter, requestId: string | null): void {
  if (requestId) void router.navigate({ to: ADDRESSES.request, params: { requestId } });
  else void router.navigate({ to: ADDRESSES.requests });
}
