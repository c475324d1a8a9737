import { lastDayToReply } from '../../domain/last-day.ts';
import { writePushMessage } from '../../domain/push/push-message.ts';
import type { Context } from '../context.ts';
import { addJob } from '../jobs/add-job.ts';
import { endSubscription, findSubscription } from '../push/push-rows.ts';
import { PUSH_WORDS } from '../push/push-words.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { isWorthTelling } from './is-worth-telling.ts';
import type { News, PushNews } from './news.ts';

/** The news whose notification may say by which day the citizen has to answer. */
const HAS_DAY: readonly News[] = ['asked', 'replySoon'];
/** A message is given up once the push service has asked more often than this to be left alone for a while. */
const WAITS_MAX = 20;

/**
 * Tells one device. A message that the push service took just before the process ended goes out again. It has the same topic and tag, so that the
 * service keeps one and the browser shows one.
 */
export async function sendPush(context: Context, { sessionId, waits, ...told }: PushNews): Promise<void> {
  const { db, limits, push, site } = context;
  const { citizenId, requestId } = told;
  const device = { citizenId, id: sessionId };
  const subscription = push && (await findSubscription(context, device));
  const request = (await findOwnRequest(db, citizenId, requestId))?.request;
  if (!subscription || !request || !(await isWorthTelling(context, request, told))) return;
  const { language, saysDate } = subscription;
  const message = writePushMessage(PUSH_WORDS[language], {
    language,
    navigate: `${site}/pedidos/${requestId}`,
    until: saysDate && HAS_DAY.includes(told.news) ? lastDayToReply(request, limits.extraHolidays) : null,
  });
  const pushed = await push.send(subscription, JSON.stringify(message));
  if (pushed.status === 'gone') await endSubscription(db, device);
  if (pushed.status === 'later')
    await sendLater(context, { ...told, sessionId, waits: waits + 1 }, pushed.afterMs);
}

/** Adds the job once, however often this is called, by the id of the job. */
async function sendLater({ db, clocks }: Context, payload: PushNews, afterMs: number): Promise<void> {
  if (payload.waits > WAITS_MAX) return;
  const { sessionId, requestId, news, about, waits } = payload;
  const id = ['sendPush', sessionId, requestId, news, about, waits].join('/');
  const dueAt = clocks.now() + afterMs;
  await db.transaction().execute((tx) => addJob(tx, { name: 'sendPush', payload, dueAt, id }));
}
