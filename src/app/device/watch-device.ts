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

/** Watches what the device keeps, and has it tell the citizen of news. Returns the function that stops it. */
export function watchDevice({ api, scope, device, clock, router }: DeviceWatchOptions): () => void {
  function isShown(requestId: string): boolean {
    const { pathname } = router.state.location;
    return (
      pathname === `${ADDRESSES.requests}/${requestId}` ||
      pathname.startsWith(`${ADDRESSES.guestDrafts}/${requestId}/`)
    );
  }
  const openNews = (requestId: string | null) => void openRequest(router, requestId);
  nameStartImage();
  const stops = [
    tellOutcomes({ scope, page: document, isShown }),
    watchStorage({ scope, device, clock, page: document }),
    watchDays({ scope, page: document }),
    watchBadge({ scope }),
    watchShares(device, clock),
    beginLater(() => fetchNewsWatch({ api, scope, clock, openNews })),
    beginLater(() => fetchWorkerWatch({ scope, device, openNews })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Opens the request that has news, or the list where several have. */
function openRequest(router: DeviceWatchOptions['router'], requestId: string | null): Promise<void> {
  return requestId
    ? router.navigate({ to: ADDRESSES.request, params: { requestId } })
    : router.navigate({ to: ADDRESSES.requests });
}

type Begin = () => () => void;

/** Begins a watch once its code has come, unless it is stopped before. Null: there is nothing to begin. */
function beginLater(fetchBegin: () => Promise<Begin | null>): () => void {
  let stop: (() => void) | undefined;
  let isStopped = false;

  async function begin(): Promise<void> {
    const fetched = await fetchBegin();
    if (!isStopped) stop = fetched?.();
  }

  void begin().catch(() => undefined);
  return () => {
    isStopped = true;
    stop?.();
  };
}

interface WorkerWatchOptions extends Pick<DeviceWatchOptions, 'scope' | 'device'> {
  openNews: (requestId: string | null) => void;
}

/** Where this code does not come, what waits is sent only with e-Clic open. */
async function fetchWorkerWatch(options: WorkerWatchOptions): Promise<Begin | null> {
  const { serviceWorker: workers } = navigator;
  if (!workers) return null;
  const { followWorker } = await import('./follow-worker.ts');
  return () => followWorker({ ...options, workers });
}

interface NewsWatchOptions extends Pick<DeviceWatchOptions, 'api' | 'scope' | 'clock'> {
  openNews: (requestId: string | null) => void;
}

/**
 * Tells of news by an open page, or by the browser's push service. Where this code does not come, the news still stands in the list. Returns null
 * where the browser has no notifications.
 */
async function fetchNewsWatch({ api, scope, clock, openNews }: NewsWatchOptions): Promise<Begin | null> {
  if (!('Notification' in globalThis)) return null;
  await untilAllowed();
  const [{ showNews, watchNews }, { watchPush }] = await Promise.all([
    import('./notify-news.ts'),
    import('./watch-push.ts'),
  ]);
  return () => {
    const { locks } = navigator;
    const show = (news: News[]) => void showNews(news, openNews);
    const stopNews = watchNews({ scope, clock, page: document, locks, show });
    const stopPush = watchPush({ api, scope });
    return () => {
      stopNews();
      stopPush();
    };
  };
}

/** Resolves once notifications are allowed, which the citizen is asked for in *Definições*, perhaps in another tab. */
async function untilAllowed(): Promise<void> {
  while (Notification.permission !== 'granted') {
    const asked = await navigator.permissions.query({ name: 'notifications' });
    await new Promise((resolve) => asked.addEventListener('change', resolve, { once: true }));
  }
}
