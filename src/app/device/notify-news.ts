import { liveQuery } from 'dexie';
import i18next from 'i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { requestRound } from '../../db/core/metadata.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { readUntold, takeNews, wantsNews } from '../../db/requests/news.ts';
import type { Clock } from '../../lib/clock.ts';
import { fetchWords } from '../../lib/fetch-words.ts';
import { holdLock } from '../../lib/hold-lock.ts';
import { makeNotification } from '../../lib/make-notification.ts';
import { followCurrent } from '../session/follow-current.ts';
import { followOwn } from './follow-own.ts';

/** How often a hidden page asks for news: seldom, to spare the server, and only for citizens who want to be told. */
export const HIDDEN_POLL_MS = 5 * 60_000;

/** Every tab that is being looked at holds this lock, shared with the others. */
const SEEN_LOCK = 'eclic-page-seen';

export interface NewsOptions {
  current: CurrentDatabase;
  clock: Clock;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Undefined in browsers without Web Locks: there each tab looks only at itself. */
  locks: LockManager | undefined;
  /** `requestIds`: the requests with news. */
  show: (requestIds: readonly string[]) => void;
}

/** Shows a notification for news while no tab is being looked at, once for all tabs. Returns the function that stops it. */
export function watchNews({ current, clock, page, locks, show }: NewsOptions): () => void {
  const isSeen = () => page.visibilityState === 'visible';
  let letGo: (() => void) | null = null;

  function onVisibility() {
    letGo?.();
    letGo = isSeen() && locks ? holdLock(locks, SEEN_LOCK) : null;
  }

  onVisibility();
  page.addEventListener('visibilitychange', onVisibility);
  const stopFollowing = followCurrent(current, (db) =>
    isCitizen(db)
      ? followOwn((isOwn) => (isOwn ? watchCitizen(db, { clock, isSeen, locks, show }) : undefined))
      : undefined,
  );

  return () => {
    letGo?.();
    page.removeEventListener('visibilitychange', onVisibility);
    stopFollowing();
  };
}

interface Watching extends Pick<NewsOptions, 'clock' | 'locks' | 'show'> {
  isSeen: () => boolean;
}

function watchCitizen(db: CitizenDatabase, { clock, isSeen, locks, show }: Watching): () => void {
  let stopAlarm: (() => void) | null = null;

  async function tell() {
    const news = await takeNews(db);
    if (news.length > 0) show(news);
  }

  async function tellOnce() {
    // What is taken counts as told, so its words come first; or the tries for them end, and plainer words have to do.
    if (!isSeen()) await fetchWords('push').catch(() => undefined);
    if (subscription.closed) return;
    // News that comes while this tab is looked at is not told, and is taken so that the other tabs do not tell it later.
    if (isSeen()) await takeNews(db);
    else if (!locks) await tell();
    // The lock cannot be had while a tab is looked at, or while another tab is telling.
    else await locks.request(SEEN_LOCK, { ifAvailable: true }, async (lock) => lock && tell());
  }

  function setAlarm(isWanted: boolean) {
    stopAlarm?.();
    stopAlarm = isWanted
      ? clock.after(HIDDEN_POLL_MS, () => {
          if (!isSeen()) void requestRound(db).catch(endQuietly);
          setAlarm(true);
        })
      : null;
  }

  const subscription = liveQuery(async () => ({
    isWanted: await wantsNews(db),
    untold: await readUntold(db),
  })).subscribe(({ isWanted, untold }) => {
    if (isWanted && untold.length > 0) void tellOnce().catch(endQuietly);
    if (isWanted !== (stopAlarm !== null)) setAlarm(isWanted);
  });

  return () => {
    subscription.unsubscribe();
    stopAlarm?.();
    closeShown();
  };
}

/** The notifications of the current citizen that this page has shown. */
const shown = new Set<Notification>();

function closeShown(): void {
  for (const notification of shown) notification.close();
  shown.clear();
}

/** The notification says that there is news, in the words of a pushed one, and nothing of a request: other people may see this screen. Where those words have not come, it names the list. */
export function showNews(requestIds: readonly string[], open: (requestId: string | null) => void): void {
  const [first = null] = requestIds;
  const one = requestIds.length === 1 ? first : null;
  if (Notification.permission !== 'granted') return;
  const notification = makeNotification(i18next.t(['push:title', 'nav.requests']), {
    tag: one ? `eclic-${one}` : 'eclic',
    // A later message replaces the notification of an earlier one on the same request: without this nobody would notice.
    renotify: true,
    lang: i18next.language,
  });
  if (!notification) return;
  shown.add(notification);
  notification.onclick = () => {
    window.focus();
    open(one);
    notification.close();
  };
}
