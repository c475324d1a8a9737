import { sql } from 'kysely';
import { addWorkingDays } from '../../domain/add-working-days.ts';
import { lastDayToReply } from '../../domain/last-day.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { WAITING } from '../office/waiting.ts';
import { walkRequests } from '../retention/walk-requests.ts';
import { announce } from './announce.ts';
import type { News } from './news.ts';

/** How many working days before the due date the citizen is told that it is near. */
const NEAR_WORKING_DAYS = 2;
/** How many working days before their own last day to answer a citizen is told, since they may need a paper for it. */
const REPLY_NEAR_WORKING_DAYS = 5;
const AT_ONCE = 200;

/**
 * Announces the office's due dates that are near or missed, and the citizens' last days to answer that are near. A request whose last day a citizen
 * misses is ended, and its ending announces that.
 */
export async function sweepDue(context: Context): Promise<void> {
  const { db, clocks, limits } = context;
  const today = lisbonDate(clocks.officeNow());
  const near = addWorkingDays(today, NEAR_WORKING_DAYS, limits.extraHolidays);
  await announceAll(context, 'overdue', queryUntold(db, 'overdue').where('requests.dueOn', '<', today));
  await announceAll(
    context,
    'dueSoon',
    queryUntold(db, 'dueSoon').where('requests.dueOn', '>=', today).where('requests.dueOn', '<=', near),
  );
  await announceReplies(context, today);
}

/** The citizen's last day to answer stands in no column: it follows from when they were asked. */
async function announceReplies(context: Context, today: string): Promise<void> {
  const { extraHolidays } = context.limits;
  const near = addWorkingDays(today, REPLY_NEAR_WORKING_DAYS, extraHolidays);
  const asked = { states: ['awaitingCitizen'], receivedBefore: null } as const;
  for await (const { citizenId, id: requestId, request } of walkRequests(context.db, asked)) {
    const about = lastDayToReply(request, extraHolidays);
    if (about === null || about < today || about > near) continue;
    await context.db
      .transaction()
      .execute((tx) => announce(context, tx, { citizenId, requestId, news: 'replySoon', about }));
  }
}

type Untold = ReturnType<typeof queryUntold>;

function queryUntold(db: Db, news: News) {
  return db
    .selectFrom('requests')
    .select(['requests.citizenId', 'requests.id', 'requests.dueOn'])
    .where('requests.state', 'in', WAITING)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('toldNews')
            .select('toldNews.news')
            .whereRef('toldNews.citizenId', '=', 'requests.citizenId')
            .whereRef('toldNews.requestId', '=', 'requests.id')
            .where('toldNews.news', '=', news)
            .whereRef('toldNews.about', '=', sql`requests.due_on::text`),
        ),
      ),
    )
    .limit(AT_ONCE);
}

async function announceAll(context: Context, news: News, untold: Untold): Promise<void> {
  for (;;) {
    const rows = await untold.execute();
    if (rows.length === 0) return;
    await context.db.transaction().execute(async (tx) => {
      for (const { citizenId, id: requestId, dueOn } of rows)
        await announce(context, tx, { citizenId, requestId, news, about: dueOn });
    });
  }
}
