import type { RouterHistory } from '@tanstack/react-router';
import type { Server } from '../../../contract/server.ts';
import { createApiClient } from '../../api/client.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { isCitizen, isGuest } from '../../db/core/occupant.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { type Clock, systemClock } from '../../lib/clock.ts';
import { maySomebodyBeHere } from '../../lib/start-hint.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { dismissNotice } from '../../state/notices.ts';
import { hush } from '../../ui/live-region.tsx';
import type { AppUpdate, UpdateOptions } from '../device/app-update.ts';
import { watchSurroundings } from '../session/watch-surroundings.ts';
import type { Services } from '../shell/services.ts';
import { type AppSession, createAppSession } from './app-session.ts';
import { createFirstPage } from './first-page.ts';
import type { BeginSync } from './open-session.ts';
import { type AppRouter, createAppRouter, fetchPage } from './router.ts';

/** How long a page stays white before it says that it waits. */
const TELL_AFTER_MS = 5000;

/** How long the page of who has left waits for the next: what takes longer is code that may not come. */
const STAYS_MS = 1000;

const loadSync: BeginSync = async (options) => {
  const sync = await import('../../sync/start-sync.ts');
  return sync.startSync(options);
};

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
  session: AppSession;
  router: AppRouter;
  /** Resolves when what the first page does not wait for has begun. */
  begun: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes what the first page needs, each from what was made before it: the session, the services of pages, the router. In order:
 *
 * 1. The router sends for the code of the page in the address.
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
  const session = createAppSession({ api, clock, beginSync, painted: firstPage.painted });

  /** Whether something is being sent in this tab. */
  async function isSending(): Promise<boolean> {
    // Of a module that comes with the list no more is named than is used.
    return (await import('../../db/outbox/outbox.ts')).isSending(session.database());
  }

  const services: Services = {
    api,
    clock,
    session,
    isDemo,
    browserLanguages,
    update: options.watchForUpdates?.({ after: firstPage.painted, isSending }) ?? null,
  };
  const router = createAppRouter(services, history && { history });
  const asksWhoIsHere = fetchPage(router);
  firstPage.follow(router);
  if (maySomebodyBeHere() || asksWhoIsHere) await tellIfHeld(session.whoIsHere(), clock);
  const stops = [followCitizen(router, session)];
  // It makes way for one that can be painted whole; where that takes longer, it goes without one.
  session.beforeNobody(() => {
    if (isStopped || !isCitizensPage(router)) return null;
    const stayed = new Promise<void>((resolve) => clock.after(STAYS_MS, resolve));
    return Promise.race([leavePage(router, null), stayed]);
  });

  /** Until the first press or key everything belongs to the first page. */
  async function goOn(): Promise<void> {
    session.expectSomebody();
    const ahead = await import('./fetch-ahead.ts');
    if (!isStopped) stops.push(ahead.fetchAhead(router));
  }

  const begun = firstPage.painted.then(async () => {
    // Without its code a page that is not for anybody stands all the same.
    await session.whoIsHere().catch(() => undefined);
    if (isStopped) return;
    const { reconcile, open } = session;
    // Without that code each page is fetched when it is asked for.
    const onLife = () => goOn().catch(() => undefined);
    stops.push(watchSurroundings({ onChange: reconcile, onSomebody: open, onLife }));
    void reconcile();
  });

  return {
    services,
    session,
    router,
    begun,
    async stop() {
      isStopped = true;
      firstPage.stop();
      for (const stop of stops) stop();
      await session.stop();
    },
  };
}

/** A transaction that another page never ends holds every later one up, and no browser tells: only the time does. */
async function tellIfHeld(resuming: Promise<void>, clock: Clock): Promise<void> {
  const cancel = clock.after(TELL_AFTER_MS, () => noteTrouble('blocked'));
  await resuming.finally(cancel);
  endTrouble('blocked');
}

const isCitizensPage = (router: AppRouter) =>
  router.state.matches.some((match) => match.routeId === '/_citizen');

function leavePage(router: AppRouter, db: CitizenDatabase | null): Promise<void> {
  return router.navigate({ to: ADDRESSES[isCitizen(db) ? 'requests' : 'signIn'], replace: true });
}

/** When another citizen, or nobody, becomes current, no page of the one before stays on the screen, and no notice. */
function followCitizen(router: AppRouter, current: Pick<CurrentDatabase, 'subscribe'>): () => void {
  return current.subscribe((db, before) => {
    dismissNotice();
    hush();
    router.clearCache();
    if (!isCitizensPage(router)) return;
    const leave = () => leavePage(router, db);
    // A guest's draft has the same address once it is the citizen's.
    if (isGuest(before) && isCitizen(db))
      void hasDraft(router, db).then((isTheirs) => (isTheirs ? router.invalidate() : leave()), leave);
    else void leave();
  });
}

async function hasDraft(router: AppRouter, db: CitizenDatabase): Promise<boolean> {
  const { params } = router.state.matches.at(-1) ?? {};
  return params !== undefined && 'draftId' in params && (await db.drafts.get(params.draftId)) !== undefined;
}
