import { addDays, lisbonDate, startOfLisbonDay } from '../../domain/lisbon-date.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import { listPushedSessions } from '../push/push-rows.ts';
import { FOUND_AT_NIGHT, TOLD_BY, type ToldNews } from './news.ts';

/** How long the mail waits where a device is told: a citizen who has seen the news by then needs no mail. */
export const MAIL_WAITS_MS = 3_600_000;
/** From nine o'clock to midnight. */
const AFTER_NINE_MS = 15 * 3_600_000;

/** Announces news once, however often it is found, in the transaction that makes it. */
export async function announce(
  { clocks, push }: Pick<Context, 'clocks' | 'push'>,
  tx: Tx,
  told: ToldNews,
): Promise<void> {
  const now = clocks.now();
  const isNew = await tx
    .insertInto('toldNews')
    .values({ ...told, sentAt: null, announcedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('news')
    .executeTakeFirst();
  if (!isNew) return;
  const from = FOUND_AT_NIGHT.includes(told.news) ? Math.max(now, nineInLisbon(now)) : now;
  const by = TOLD_BY[told.news];
  const devices = by.push && push ? await listPushedSessions(tx, told.citizenId) : [];
  for (const sessionId of devices)
    await addJob(tx, { name: 'sendPush', payload: { ...told, sessionId, waits: 0 }, dueAt: from });
  const mailAt = devices.length > 0 ? from + MAIL_WAITS_MS : from;
  if (by.mail) await addJob(tx, { name: 'tellNews', payload: told, dueAt: mailAt });
}

/** Returns nine o'clock of the same day. It is counted from the day's end: where clocks change, they do so before nine. */
function nineInLisbon(atMs: number): number {
  return Date.parse(startOfLisbonDay(addDays(lisbonDate(atMs), 1))) - AFTER_NINE_MS;
}
