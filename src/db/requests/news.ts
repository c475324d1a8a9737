import type { InboxGroup } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { keepMetadata, readMetadata, readSyncState } from '../core/metadata.ts';

/** Whether the citizen wants to be told of news on this device. */
export async function wantsNews(db: CitizenDatabase): Promise<boolean> {
  return (await readMetadata(db, 'news')) !== null;
}

export async function keepNewsWish(db: CitizenDatabase, isWanted: boolean, now: Date): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    const { clockOffsetMs } = await readSyncState(db);
    // Requests that are unread already are no news.
    const toldUpTo = new Date(now.getTime() + clockOffsetMs).toISOString();
    await keepMetadata(db, 'news', isWanted ? { toldUpTo } : null);
  });
}

/** Returns the unread requests that changed after `toldUpTo`. */
function unreadSince(db: CitizenDatabase, toldUpTo: string) {
  const since = (group: InboxGroup): [string[], string[]] => [
    [group, toldUpTo],
    [group, '\uffff'],
  ];
  return db.requests
    .where('[group+updatedAt]')
    .inAnyRange([since('needsYou'), since('toRead')])
    .filter(({ unread }) => unread === 1);
}

/** Reads the ids of requests that may be news, for a live query: no counter changes with a second message on an unread request. */
export async function readUntold(db: CitizenDatabase): Promise<string[]> {
  const { toldUpTo } = (await readMetadata(db, 'news')) ?? {};
  return toldUpTo === undefined ? [] : unreadSince(db, toldUpTo).primaryKeys();
}

/** Takes the ids of requests with news that the citizen has not been told; it counts as told from then on. Empty while they do not want to be told. */
export function takeNews(db: CitizenDatabase): Promise<string[]> {
  return db.transaction('rw', db.metadata, db.requests, async () => {
    const { toldUpTo } = (await readMetadata(db, 'news')) ?? {};
    if (toldUpTo === undefined) return [];
    const news = await unreadSince(db, toldUpTo)
      .filter(({ lastMessageAt }) => (lastMessageAt ?? '') > toldUpTo)
      .toArray();
    const times = news.map(({ lastMessageAt }) => lastMessageAt ?? '').sort();
    const latest = times.at(-1);
    if (latest) await keepMetadata(db, 'news', { toldUpTo: latest });
    return news.map(({ id }) => id);
  });
}

/** How this device is told of news while e-Clic is closed. */
export interface PushWish {
  /** Whether a notification says by which day the citizen has to answer. */
  saysDate: boolean;
}

/** Null: the device is not told. */
export function readPushWish(db: CitizenDatabase): Promise<PushWish | null> {
  return readMetadata(db, 'push');
}

/** Keeps the wish. From then on open pages tell of no news: the push service does, or the citizen has turned it off. */
export async function keepPushWish(db: CitizenDatabase, wish: PushWish | null, now: Date): Promise<void> {
  await db.transaction('rw', db.metadata, async () => {
    await keepMetadata(db, 'push', wish);
    await keepNewsWish(db, false, now);
  });
}
