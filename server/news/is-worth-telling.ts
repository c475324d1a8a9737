import type { CitizenRequest } from '../../contract/types.ts';
import { lastDayToReply } from '../../domain/last-day.ts';
import { turnOf } from '../../domain/request-state.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import type { ToldNews } from './news.ts';

/** Whether the news still holds and the citizen has not seen it in e-Clic meanwhile. */
export async function isWorthTelling(
  { db, limits }: Pick<Context, 'db' | 'limits'>,
  request: CitizenRequest,
  told: ToldNews,
): Promise<boolean> {
  return isStillSo(request, told, limits) && !(await wasSeen(db, request, told));
}

/** Whether the news still holds: a request that is called late may have been answered meanwhile. */
function isStillSo(
  request: CitizenRequest,
  { news, about }: ToldNews,
  { extraHolidays }: Context['limits'],
): boolean {
  switch (news) {
    case 'dueSoon':
    case 'overdue':
      return turnOf(request.state) === 'office' && request.dueOn === about;
    case 'replySoon':
      return lastDayToReply(request, extraHolidays) === about;
    case 'replyMissed':
      return request.state === 'closed';
    default:
      return true;
  }
}

async function wasSeen(db: Db, { readUpTo }: CitizenRequest, told: ToldNews): Promise<boolean> {
  switch (told.news) {
    case 'received':
      return false;
    case 'asked':
    case 'answered':
    case 'forwarded':
      return readUpTo !== null && (await isMessageRead(db, told, readUpTo));
    default:
      return hasUsedAppSince(db, told);
  }
}

async function isMessageRead(db: Db, { citizenId, about }: ToldNews, readUpTo: string): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('message')
    .where('citizenId', '=', citizenId)
    .where('id', '=', about)
    .executeTakeFirst();
  return row !== undefined && row.message.sentAt <= readUpTo;
}

/** Whether the citizen has used e-Clic since the announcement: due dates stand in the list, which they see first. */
async function hasUsedAppSince(db: Db, told: ToldNews): Promise<boolean> {
  const used = await db
    .selectFrom('toldNews')
    .innerJoin('sessions', 'sessions.citizenId', 'toldNews.citizenId')
    .select('sessions.id')
    .where('toldNews.citizenId', '=', told.citizenId)
    .where('toldNews.requestId', '=', told.requestId)
    .where('toldNews.news', '=', told.news)
    .where('toldNews.about', '=', told.about)
    .whereRef('sessions.seenAt', '>', 'toldNews.announcedAt')
    .limit(1)
    .executeTakeFirst();
  return used !== undefined;
}
