import { sql } from 'kysely';
import { lisbonDay } from '../../domain/days-after.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { WAITING } from '../office/waiting.ts';
import { announce } from './announce.ts';
import type { News } from './news.ts';

/** So many working days before the due date the citizen is told that it is near. */
const NEAR_WORKING_DAYS = 2;
const AT_ONCE = 200;

/** Announces the due dates that are near, and those that were missed, of what the office has. */
export async function sweepDue(context: Context): Promise<void> {
  const { db, clocks, limits } = context;
  const today = lisbonDay(clocks.officeNow());
  const near = addWorkingDays(today, NEAR_WORKING_DAYS, limits.extraHolidays);
  await announceAll(context, 'overdue', queryUntold(db, 'overdue').where('requests.dueOn', '<', today));
  await announceAll(
    context,
    'dueSoon',
    queryUntold(db, 'dueSoon').where('requests.dueOn', '>=', today).where('requests.dueOn', '<=', near),
  );
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
