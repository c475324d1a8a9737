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
import { clearAnnouncement } from '../../ui/live-region.tsx';
import { watchForUpdates } from '../device/app-update.ts';
import { watchSurroundings } from '../session/watch-surroundings.ts';
import type { Services } from '../shell/services.ts';
import { type AppSession, createAppSession } from './app-session.ts';
import { createFirstPage } from './first-page.ts';
import { type AppRouter, createAppRouter, isCitizensPage, sendForPage } from './router.ts';

/** The time after which a page that is still white says that it waits for the database. */
const TELL_AFTER_MS = 5000;

/** How long the page of a citizen who leaves waits for the sign-in page. Where that takes longer, its code may not come at all. */
const STAYS_MS = 1000;

interface AppOptions {
  server: Server;
  history?: RouterHistory;
  clock?: Clock;
}

export interface PreparedApp {
  services: Services;
  session: AppSession;
  router: AppRouter;
  /** Resolves when the work that waits for the first page (step 3 of `prepareApp`) has begun. */
  begun: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes the session, the services of pages and the router. In order:
 *
 * 1. The router sends for the code of the page in the address.
 * 2. Where somebody may be known on this device, or where the page depends on who is here, the device's database is opened and the citizen or
 *    guest who was here last becomes current (`open-session.ts`). In every other case the page is shown first.
 * 3. Once the first page is painted, the session finds out who is here if that is not known yet; then the server is asked who is signed in, and
 *    the service worker is registered.
 */
export async function prepareApp(options: AppOptions): Promise<PreparedApp> {
  const { history, clock = systemClock } = options;
  let isStopped = false;
  // The condition is written out here, so that a build for the root of an origin keeps nothing of it.
  const api = createApiClient(
    import.meta.env.BASE_PATH ? window.location.origin + import.meta.env.BASE_PATH : window.location.origin,
    options.server,
  );
  const firstPage = createFirstPage(clock);
  const session = createAppSession({ api, clock, painted: firstPage.painted });

  /** Returns whether this tab is sending something. */
  async function isSending(): Promise<boolean> {
    // `outbox.ts` comes with the list of requests: naming one export instead of the whole module saves 0.09 kB there.
    return (await import('../../db/outbox/outbox.ts')).isSending(session.database());
  }

  // In development and in tests there is no worker, and so nothing to update.
  if (!import.meta.env.DEV) watchForUpdates({ after: firstPage.painted, isSending });
  const services: Services = { api, clock, session };
  const router = createAppRouter(services, history && { history });
  const asksWhoIsHere = sendForPage(router);
  firstPage.follow(router);
  if (maySomebodyBeHere() || asksWhoIsHere) await reportBlockedDatabase(session.whoIsHere(), clock);
  const stops = [followCitizen(router, session)];
  // While their database is still current, the page of a citizen who leaves gives way to the sign-in page, which is then painted whole.
  session.beforeNobody(() => {
    if (isStopped || !isCitizensPage(router)) return null;
    const stayed = new Promise<void>((resolve) => clock.after(STAYS_MS, resolve));
    return Promise.race([leavePage(router, null), stayed]);
  });

  /** Runs at the first press or key. Until then nothing is fetched ahead that could slow the first page down. */
  async function onLife(): Promise<void> {
    session.prefetchSessionCode();
    // Where the code that fetches ahead does not come, each page is fetched when it is opened.
    const ahead = await import('./fetch-ahead.ts').catch(() => null);
    if (ahead && !isStopped) stops.push(ahead.fetchAhead(router));
  }

  const begun = firstPage.painted.then(async () => {
    // Where the code of the session does not come, a page that does not depend on who is here stays as it is.
    await session.whoIsHere().catch(() => undefined);
    if (isStopped) return;
    stops.push(watchSurroundings({ onChange: session.reconcile, onSomebody: session.open, onLife }));
    void session.reconcile();
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

/** Says that the database is blocked when it does not open in time: an unfinished transaction of another page holds it up, and no browser reports that. */
async function reportBlockedDatabase(resuming: Promise<void>, clock: Clock): Promise<void> {
  const cancel = clock.after(TELL_AFTER_MS, () => noteTrouble('blocked'));
  await resuming.finally(cancel);
  endTrouble('blocked');
}

function leavePage(router: AppRouter, db: CitizenDatabase | null): Promise<void> {
  return router.navigate({ to: ADDRESSES[isCitizen(db) ? 'requests' : 'signIn'], replace: true });
}

/** When another citizen or nobody becomes current, removes the notice and every page of the citizen before from the screen. */
function followCitizen(router: AppRouter, current: Pick<CurrentDatabase, 'subscribe'>): () => void {
  return current.subscribe((db, before) => {
    dismissNotice();
    clearAnnouncement();
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
