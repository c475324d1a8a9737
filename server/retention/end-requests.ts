import { decideEnding, ENDING_STATES } from '../../domain/decide/ending.ts';
import { lastDayToReply } from '../../domain/last-day.ts';
import type { Context } from '../context.ts';
import { announce } from '../news/announce.ts';
import { addOfficeNews } from '../office/add-office-news.ts';
import { findOwnRequest, keepRequest } from '../requests/request-rows.ts';
import { writeAbout } from '../write-for.ts';
import { walkRequests } from './walk-requests.ts';

/** Closes the requests about which nobody has said anything for as long as the rules wait. The citizens' devices and the office are told. */
export async function endRequests(context: Context): Promise<void> {
  const { db, clocks, limits } = context;
  for await (const { request, citizenId, id } of walkRequests(db, {
    states: ENDING_STATES,
    receivedBefore: null,
  }))
    if (decideEnding({ request, pausedDaysLeft: null }, clocks.officeNow(), limits))
      await endRequest(context, citizenId, id);
}

/** Closes nothing when somebody has said something in the meantime. */
async function endRequest(context: Context, citizenId: string, id: string): Promise<void> {
  const { clocks, limits } = context;
  await writeAbout(context, citizenId, async (tx) => {
    const row = await findOwnRequest(tx, citizenId, id);
    const at = clocks.officeNow();
    const ended = row && decideEnding(row, at, limits);
    if (!ended) return;
    await keepRequest(tx, citizenId, ended);
    const missed = lastDayToReply(row.request, limits.extraHolidays);
    if (missed) await announce(context, tx, { citizenId, requestId: id, news: 'replyMissed', about: missed });
    await addOfficeNews(context, tx, { citizenId, requestId: id, what: 'closed', at });
  });
}
