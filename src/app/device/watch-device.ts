import type { RegisteredRouter } from '@tanstack/react-router';
import type { ApiClient } from '../../api/client.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import type { DeviceDatabase } from '../../db/core/device-database.ts';
import { eraseOldShares, timeToNextErasure } from '../../db/core/shares.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import type { Clock } from '../../lib/clock.ts';
import { nameStartImage } from '../../lib/start-image.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useSession } from '../../state/session.ts';
import { askBeforeLeaving } from './ask-before-leaving.ts';
import { askForSync } from './ask-for-sync.ts';
import { watchStorage } from './storage-watch.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { watchBadge } from './watch-badge.ts';
import { watchDays } from './watch-days.ts';
import type { PressedMessage } from './worker/notifications.ts';

export interface DeviceWatchOptions {
  api: ApiClient;
  current: CurrentDatabase;
  device: DeviceDatabase;
  clock: Clock;
  router: Pick<RegisteredRouter, 'navigate' | 'state'>;
}

/** Watches what the device keeps, and has it tell the citizen of news. Returns the function that stops it. */
export function watchDevice({ api, current, device, clock, router }: DeviceWatchOptions): () => void {
  function isShown(requestId: string): boolean {
    const { pathname } = router.state.location;
    return (
      pathname === `${ADDRESSES.requests}/${requestId}` ||
      pathname.startsWith(`${ADDRESSES.guestDrafts}/${requestId}/`)
    );
  }
  const openNews = (requestId: string | null) => void openRequest(router, requestId);
  const ofNews = { api, current, device, clock, openNews };
  nameStartImage();
  const stops = [
    tellOutcomes({ current, page: document, isShown }),
    watchStorage({ current, device, clock, page: document }),
    watchDays({ current, page: document }),
    watchBadge({ current }),
    watchShares(device, clock),
    tellNews(ofNews),
    ...(isMemoryOnly() ? [askBeforeLeaving({ current })] : []),
    ...followWorker(ofNews),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Erases each share an hour after it came, at the start and while a page is open. Returns the function that stops it. */
export function watchShares(device: DeviceDatabase, clock: Clock): () => void {
  let cancel: (() => void) | null = null;
  let isStopped = false;

  async function erase(): Promise<void> {
    await eraseOldShares(device, clock.now());
    const wait = await timeToNextErasure(device, clock.now());
    if (!isStopped && wait !== null) cancel = clock.after(wait, start);
  }

  // A share that cannot be erased now is erased at the next start; until then nobody is shown it.
  function start(): void {
    void erase().catch(() => undefined);
  }

  start();
  return () => {
    isStopped = true;
    cancel?.();
  };
}

/** Opens the request that has news, or the list where several have. */
function openRequest(router: DeviceWatchOptions['router'], requestId: string | null): Promise<void> {
  return requestId
    ? router.navigate({ to: ADDRESSES.request, params: { requestId } })
    : router.navigate({ to: ADDRESSES.requests });
}

interface NewsWatchOptions extends Omit<DeviceWatchOptions, 'router'> {
  openNews: (requestId: string | null) => void;
}

/** Connects this page with the worker, except for updates: for pressed notifications and for sending. */
function followWorker({ current, device, openNews }: NewsWatchOptions) {
  const { serviceWorker: workers } = navigator;
  if (!workers) return [];
  const isShared = () => useSession.getState().isShared;
  return [
    watchPressed(workers, openNews),
    askForSync({ current, device, page: document, registration: untilReady(workers), isShared }),
  ];
}

/** Opens what a notification of the worker is about when it is pressed while this page is open. Returns the function that stops it. */
export function watchPressed(
  workers: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  open: (requestId: string | null) => void,
): () => void {
  function onMessage({ data, ports: [heard] }: MessageEvent<PressedMessage | null>): void {
    if (data?.type !== 'PRESSED') return;
    heard?.postMessage(null);
    open(data.requestId);
  }
  const listener = (event: Event) => onMessage(event as MessageEvent);
  workers.addEventListener('message', listener);
  return () => workers.removeEventListener('message', listener);
}

/** Firefox throws where the site may keep nothing: what waits is then sent with e-Clic open. */
async function untilReady(workers: ServiceWorkerContainer): Promise<ServiceWorkerRegistration> {
  return workers.ready;
}

/**
 * Tells of news by an open page, or by the browser's push service, once that is allowed. Where the code for it does not come, the news still stands in the
 * list.
 */
function tellNews({ api, current, clock, openNews }: NewsWatchOptions) {
  const stops: (() => void)[] = [];
  let isStopped = false;

  async function begin(): Promise<void> {
    await untilAllowed();
    const [{ showNews, watchNews }, { watchPush }] = await Promise.all([
      import('./notify-news.ts'),
      import('./watch-push.ts'),
    ]);
    if (isStopped) return;
    const { locks } = navigator;
    const show = (requestIds: readonly string[]) => showNews(requestIds, openNews);
    stops.push(watchNews({ current, clock, page: document, locks, show }), watchPush({ api, current }));
  }

  if ('Notification' in globalThis) void begin().catch(() => undefined);
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}

/** Resolves once notifications are allowed, which the citizen is asked for in *Definições*, perhaps in another tab. */
async function untilAllowed(): Promise<void> {
  while (Notification.permission !== 'granted') {
    const asked = await navigator.permissions.query({ name: 'notifications' });
    await new Promise((resolve) => asked.addEventListener('change', resolve, { once: true }));
  }
}
