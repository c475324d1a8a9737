import type { RouterHistory } from '@tanstack/react-router';
import type { Server } from '../../../contract/server.ts';
import { createApiClient } from '../../api/client.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { mayBeKnownHere } from '../../lib/known-here.ts';
import type { AppUpdate, UpdateOptions } from '../device/app-update.ts';
import { type CurrentDatabase, createCurrentDatabase } from '../session/current-database.ts';
import { createLateSession } from '../session/late-session.ts';
import { watchSurroundings } from '../session/watch-surroundings.ts';
import { fetchPersonalShell } from '../shell/late-shell.ts';
import type { Services } from '../shell/services.ts';
import { createFirstPage } from './first-page.ts';
import { followCitizen } from './follow-citizen.ts';
import type { BeginSync, OpenSession } from './open-session.ts';
import { type AppRouter, asksWhoIsHere, createAppRouter, fetchPage } from './router.ts';

/** How long a page stays white before it says that it waits. */
const TELL_AFTER_MS = 5000;

const loadSync: BeginSync = async (options) => (await import('../../sync/start-sync.ts')).startSync(options);

/** What reads and writes databases, and what the shell shows of whoever is here. */
async function fetchSession() {
  const [{ openSession }] = await Promise.all([import('./open-session.ts'), fetchPersonalShell()]);
  return openSession;
}

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
  current: CurrentDatabase;
  router: AppRouter;
  /** Resolves when what the first page does not wait for has begun. */
  begun: Promise<void>;
  /** Opens the device's database, if it is not open yet. */
  open(): Promise<OpenSession>;
  stop(): Promise<void>;
}

/**
 * Makes what the first page needs. In order:
 *
 * 1. The router is made and sends for the code of the page in the address.
 * 2. Where somebody may be known, and where the page in the address depends on who it is, the device's database is opened and whoever was here
 *    last becomes current (`open-session.ts`). Everybody else sees their page first.
 * 3. Once the first page is painted, it is found out who is here where it is not known yet; then the server is asked who is signed in, and the
 *    service worker registered.
 */
export async function prepareApp(options: AppOptions): Promise<PreparedApp> {
  const { isDemo, history, clock = systemClock, beginSync = loadSync, browserLanguages = [] } = options;
  let isStopped = false;
  // Written out here, so that the bundler leaves nothing of it at the root of an origin.
  const api = createApiClient(
    import.meta.env.BASE_PATH ? window.location.origin + import.meta.env.BASE_PATH : window.location.origin,
    options.server,
  );
  const firstPage = createFirstPage(clock);
  const current = createCurrentDatabase();
  let opening: Promise<OpenSession> | null = null;

  function open(): Promise<OpenSession> {
    opening ??= fetchSession()
      .then((openSession) =>
        openSession({ api, clock, current, router, beginSync, painted: firstPage.painted }),
      )
      .catch((error: unknown) => {
        // Its code may come at the next press.
        opening = null;
        throw error;
      });
    return opening;
  }

  const { whoIsHere, ...session } = createLateSession(api, clock, open, () => opening !== null);
  const update = options.watchForUpdates?.({ after: firstPage.painted, isSending }) ?? null;
  const services: Services = {
    api,
    session,
    currentDatabase: current.database,
    whoIsHere,
    // Whoever needs it waits for it too, and says when it does not come.
    expectSomebody: () => void fetchSession().catch(() => undefined),
    isDemo,
    browserLanguages,
    update,
  };

  /** Whether something is being sent in this tab. */
  async function isSending(): Promise<boolean> {
    const db = current.database();
    return db !== null && (await import('../../db/outbox/outbox.ts')).isSending(db);
  }

  const router = createAppRouter(services, history && { history });
  fetchPage(router);
  firstPage.follow(router);
  if (mayBeKnownHere() || asksWhoIsHere(router)) await tellIfHeld(whoIsHere(), clock);
  const stops = [followCitizen(router, current)];

  /** Until the first press or key everything belongs to the first page. */
  async function goOn(): Promise<void> {
    services.expectSomebody();
    const { fetchAhead } = await import('./fetch-ahead.ts');
    if (!isStopped) stops.push(fetchAhead(router));
  }

  const begun = firstPage.painted.then(async () => {
    // Without its code a page that is not for anybody stands all the same.
    await whoIsHere().catch(() => undefined);
    if (isStopped) return;
    const reconcile = () => void session.reconcile();
    // Without that code each page is fetched when it is asked for.
    const onLife = () => void goOn().catch(() => undefined);
    stops.push(watchSurroundings({ onChange: reconcile, onSomebody: () => void open(), onLife }));
    reconcile();
  });

  return {
    services,
    current,
    router,
    begun,
    open,
    async stop() {
      isStopped = true;
      firstPage.stop();
      for (const stop of stops) stop();
      await (await opening)?.stop();
    },
  };
}

/** A transaction that another page never ends holds every later one up, and no browser tells: only the time does. */
async function tellIfHeld(resuming: Promise<void>, clock: Clock): Promise<void> {
  const cancel = clock.after(TELL_AFTER_MS, () => noteTrouble('blocked'));
  await resuming.finally(cancel);
  endTrouble('blocked');
}
