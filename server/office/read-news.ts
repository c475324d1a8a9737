import { sql } from 'kysely';
import type { OfficeWhat } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import type { Db } from '../db/schema.ts';
import type { Reach } from '../services/reach.ts';
import { type OfficeRow, officeRows } from './office-rows.ts';

interface News extends OfficeRow {
  what: OfficeWhat;
  at: number;
}

interface NewsPage {
  news: News[];
  cursor: string;
  more: boolean;
}

/** How many places a call looks through at most: somebody who may see few requests would otherwise wait for the whole feed to be read. */
const PLACES_MAX = 5000;

/** Returns what is new since a cursor, about all citizens whose requests somebody may see. A page may be empty and have more after it. */
export async function readNews(
  db: Db,
  { reach, cursor, limit }: { reach: Reach; cursor: string | null; limit: number },
): Promise<NewsPage> {
  const { epoch, lastPlace } = await placeNews(db);
  const after = cursor === null ? 0 : placeOf(cursor, epoch, lastPlace);
  const end = Math.min(after + PLACES_MAX, lastPlace);
  const rows = await officeRows(db, reach)
    .innerJoin('officeNews', (join) =>
      join
        .onRef('officeNews.citizenId', '=', 'requests.citizenId')
        .onRef('officeNews.requestId', '=', 'requests.id'),
    )
    .select(['place', 'what', 'at'])
    .where('place', '>', after)
    .where('place', '<=', end)
    .orderBy('place')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const isFull = rows.length > limit;
  // The cursor moves past news that only others may see, so that the next call does not look through them again.
  const place = isFull ? (shown.at(-1)?.place ?? after) : end;
  return {
    news: shown.map(({ place: _place, ...news }) => news),
    cursor: cursorAt(epoch, place),
    more: isFull || end < lastPlace,
  };
}

/** Returns where the feed ends, once everything that has been committed has its place. */
export async function placeNews(db: Db): Promise<{ epoch: string; lastPlace: number }> {
  await numberNews(db);
  return db.selectFrom('officeFeed').select(['epoch', 'lastPlace']).executeTakeFirstOrThrow();
}

/**
 * Numbers the news that were committed since the last time. Only whoever numbers takes the lock, and sees all that others have numbered. So a row that is
 * committed later gets a later place, however early it was written, and no citizen waits.
 */
export async function numberNews(db: Db): Promise<void> {
  const isNew = await db.selectFrom('officeNews').select('id').where('place', 'is', null).executeTakeFirst();
  if (!isNew) return;
  await db.transaction().execute(async (tx) => {
    const { lastPlace } = await tx
      .selectFrom('officeFeed')
      .select('lastPlace')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const numbering = sql`
      with numbered as (
        update office_news set place = ${lastPlace}::bigint + nth
        from (select id, row_number() over (order by id) as nth from office_news where place is null) as unread
        where office_news.id = unread.id
        returning place
      )
      update office_feed set last_place = greatest(last_place, (select max(place) from numbered))`;
    await numbering.execute(tx);
  });
}

/** Returns the cursor at one piece of news, whose transaction has been committed. */
export async function cursorOfNews(db: Db, id: number): Promise<string | undefined> {
  const { epoch } = await placeNews(db);
  const row = await db.selectFrom('officeNews').select('place').where('id', '=', id).executeTakeFirst();
  return row && cursorAt(epoch, row.place ?? 0);
}

function cursorAt(epoch: string, place: number): string {
  return `${epoch}.${place}`;
}

/** Throws `cursor-gone` when the cursor does not belong to this feed's past. */
function placeOf(cursor: string, epoch: string, lastPlace: number): number {
  const [told, digits] = cursor.split('.');
  const isKnown = told === epoch && digits !== undefined && /^[0-9]{1,15}$/.test(digits);
  if (!isKnown || Number(digits) > lastPlace) throw problem('cursor-gone');
  return Number(digits);
}
