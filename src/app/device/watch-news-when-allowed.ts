import type { Clock } from '../../lib/clock.ts';
import type { SessionScope } from '../session/session-scope.ts';

interface NewsWatchOptions {
  scope: SessionScope;
  clock: Clock;
  openNews: (requestId: string | null) => void;
}

/** Without its code the news stands in the list all the same. Where there are no notifications there is nothing to watch for. */
export function watchNewsWhenAllowed({ scope, clock, openNews }: NewsWatchOptions): () => void {
  let stop: (() => void) | null = null;
  let isStopped = false;

  async function start(): Promise<void> {
    const [{ watchNews }, { showNews }] = await Promise.all([
      import('./notify-news.ts'),
      import('./show-news.ts'),
    ]);
    if (isStopped) return;
    const { locks } = navigator;
    stop = watchNews({ scope, clock, page: document, locks, show: (news) => void showNews(news, openNews) });
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
