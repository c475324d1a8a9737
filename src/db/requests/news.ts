import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readSyncState } from '../core/metadata.ts';
import type { RequestRow } from '../core/schema.ts';

/** A request about which something was said that the citizen has not seen. Nothing of what was said. */
export type News = Pick<RequestRow, 'id' | 'reference'>;

/** Set while the citizen wants to be told; up to when that has been done, by the server's clock. */
interface NewsFact {
  toldUpTo: string;
}

const KEY = 'news';

async function readNewsFact(db: CitizenDatabase): Promise<NewsFact | null> {
  return ((await db.facts.get(KEY))?.value as NewsFact | null | undefined) ?? null;
}

/** Whether the citizen wants to be told of news on this device. */
export async function wantsNews(db: CitizenDatabase): Promise<boolean> {
  return (await readNewsFact(db)) !== null;
}

export async function keepNewsWish(db: CitizenDatabase, isWanted: boolean, now: Date): Promise<void> {
  await db.transaction('rw', db.facts, async () => {
    const { clockOffsetMs } = await readSyncState(db);
    // What stands unread already is no news.
    const toldUpTo = new Date(now.getTime() + clockOffsetMs).toISOString();
    await db.facts.put({ key: KEY, value: isWanted ? { toldUpTo } : null });
  });
}

/** What has not been told yet; from now on it counts as told. Nothing while the citizen does not want to be told. */
export function takeNews(db: CitizenDatabase): Promise<News[]> {
  return db.transaction('rw', db.facts, db.requests, async () => {
    const fact = await readNewsFact(db);
    if (!fact) return [];
    const { toldUpTo } = fact;
    const changed = await db.requests
      .where('[group+updatedAt]')
      .between(['needsYou', toldUpTo], ['needsYou', '\uffff'])
      .or('[group+updatedAt]')
      .between(['inProgress', toldUpTo], ['inProgress', '\uffff'])
      .or('[group+updatedAt]')
      .between(['finished', toldUpTo], ['finished', '\uffff'])
      .toArray();
    const news = changed.filter(
      ({ unread, lastMessageAt }) => unread === 1 && (lastMessageAt ?? '') > toldUpTo,
    );
    const latest = news
      .map(({ lastMessageAt }) => lastMessageAt ?? '')
      .sort()
      .at(-1);
    if (latest) await db.facts.put({ key: KEY, value: { toldUpTo: latest } });
    return news.map(({ id, reference }) => ({ id, reference }));
  });
}
