import type { Selectable } from 'kysely';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { Context } from '../context.ts';
import type { Tables } from '../db/schema.ts';
import { placeNews } from '../office/read-news.ts';

export type NoticeRow = Selectable<Tables['clerkNotices']>;

/** What a clerk is told by mail, and at which address. */
export interface NoticeWish {
  email: string;
  wantsNew: boolean;
  wantsOverdue: boolean;
}

/** Null: the clerk wants no mail. */
export async function readNoticeWish(
  { db, seal }: Pick<Context, 'db' | 'seal'>,
  userName: string,
): Promise<NoticeWish | null> {
  const row = await db
    .selectFrom('clerkNotices')
    .selectAll()
    .where('userName', '=', userName)
    .executeTakeFirst();
  if (!row) return null;
  const { emailSealed, wantsNew, wantsOverdue } = row;
  return { email: seal.open(emailSealed, userName), wantsNew, wantsOverdue };
}

/** A clerk who wants mails for the first time is told only of what comes from then on. */
export async function keepNoticeWish(
  { db, seal, clocks }: Pick<Context, 'db' | 'seal' | 'clocks'>,
  userName: string,
  { email, ...wants }: NoticeWish,
): Promise<void> {
  if (!wants.wantsNew && !wants.wantsOverdue) {
    await db.deleteFrom('clerkNotices').where('userName', '=', userName).execute();
    return;
  }
  const { lastPlace: toldPlace } = await placeNews(db);
  const wish = { emailSealed: seal.seal(email, userName), ...wants };
  const told = { toldPlace, toldDay: lisbonDate(clocks.officeNow()), triedAt: 0 };
  await db
    .insertInto('clerkNotices')
    .values({ userName, ...wish, ...told })
    .onConflict((conflict) => conflict.column('userName').doUpdateSet(wish))
    .execute();
}
