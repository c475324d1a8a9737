import type { RegisteredRouter } from '@tanstack/react-router';
import type { ApiClient } from '../../api/client.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import type { News } from '../../db/requests/news.ts';
import type { Clock } from '../../lib/clock.ts';
import { nameStartImage } from '../../lib/start-image.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import type { SessionScope } from '../session/session-scope.ts';
import { watchStorage } from './storage-watch.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { watchBadge } from './watch-badge.ts';
import { watchDays } from './watch-days.ts';
import { watchShares } from './watch-shares.ts';

export interface DeviceWatchOptions {
  api: ApiClient;
  scope: SessionScope;
  device: DeviceDatabase;
  clock: Clock;
  router: Pick<RegisteredRouter, 'navigate' | 'state'>;
}

/** Looks after what the device keeps, and has it tell of news; until told to stop. */
export function watchDevice({ api, scope, device, clock, router }: DeviceWatchOptions): () => void {
  function isShown(requestId: string): boolean {
    const { pathname } = router.state.location;
    return (
      pathname === `${ADDRESSES.requests}/${requestId}` ||
      pathname.startsWith(`${ADDRESSES.guestDrafts}/${requestId}/`)
    );
  }
  nameStartImage();
  const stopOutcomes = tellOutcomes({ scope, page: document, isShown });
  const openNews = (requestId: string | null) => void openRequest(router, requestId);
  const stopStorage = watchStorage({ scope, device, clock, page: document });
  const stopDays = watchDays({ scope, page: document });
  const stopNews = watchNewsWhenAllowed({ api, scope, clock, openNews });
  const stopWorker = followWorkerWhereThere({ scope, device, openNews });
  const stopBadge = watchBadge({ scope });
  const stopShares = watchShares(device, clock);
  return () => {
    stopWorker();
    stopShares();
    stopBadge();
    stopOutcomes();
    stopStorage();
    stopDays();
    stopNews();
  };
}

/** A request of which there is news, or the list where there is news of several. */
function openRequest(router: DeviceWatchOptions['router'], requestId: string | null): Promise<void> {
  return requestId
    ? router.navigate({ to: ADDRESSES.request, params: { requestId } })
    : router.navigate({ to: ADDRESSES.requests });
}

interface WorkerWatchOptions extends Pick<DeviceWatchOptions, 'scope' | 'device'> {
  openNews: (requestId: string | null) => void;
}

/** Without its code what waits is sent with e-Clic open. */
function followWorkerWhereThere(options: WorkerWatchOptions): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;

  async function start(workers: ServiceWorkerContainer): Promise<void> {
    const { followWorker } = await import('./follow-worker.ts');
    if (!isStopped) stop = followWorker({ ...options, workers });
  }

  if (navigator.serviceWorker) void start(navigator.serviceWorker).catch(() => undefined);
  return () => {
    isStopped = true;
    stop?.();
  };
}

interface NewsWatchOptions extends Pick<DeviceWatchOptions, 'api' | 'scope' | 'clock'> {
  openNews: (requestId: string | null) => void;
}

/** By an open page, or by the browser's push service. Without its code the news stands in the list all the same. Where there are no notifications there is nothing to watch for. */
function watchNewsWhenAllowed({ api, scope, clock, openNews }: NewsWatchOptions): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;

  async function start(): Promise<void> {
    const [{ showNews, watchNews }, { watchPush }] = await Promise.all([
      import('./notify-news.ts'),
      import('./watch-push.ts'),
    ]);
    if (isStopped) return;
    const { locks } = navigator;
    const show = (news: News[]) => void showNews(news, openNews);
    const stopNews = watchNews({ scope, clock, page: document, locks, show });
    const stopPush = watchPush({ api, scope });
    stop = () => {
      stopNews();
      stopPush();
    };
  }

  async function startWhenAllowed(): Promise<void> {
    if (isStopped || stop) return;
    if (Notification.permission === 'granted') return start();
    // Asked for in Definições, perhaps in another tab.
    const asked = await navigator.permissions.query({ name: 'notifications' });
    asked.addEventListener('change', () => void startWhenAllowed(), { once: true });
  }

  if ('Notification' in globalThis) void startWhenAllowed().catch(() => undefined);
  return () => {
    isStopped = true;
    stop?.();
  };
}
