import type { OfficeWhat } from '../../contract/office-types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';

/** What the office's feed says about the office's own acts. */
export const WHAT_OF: Record<OfficeAction, OfficeWhat> = {
  review: 'reviewed',
  ask: 'asked',
  answer: 'answered',
  forward: 'forwarded',
  close: 'closed',
};

interface News {
  citizenId: string;
  requestId: string;
  what: OfficeWhat;
  /** Instant in ms, by the office's clock. */
  at: number;
}

/**
 * Puts news into the office's feed, in the transaction of what happened, and has the webhook called. Of the ratings of a request the feed keeps the last: a
 * citizen may change theirs as often as they like.
 */
export async function addOfficeNews(
  context: Pick<Context, 'clocks' | 'webhook'>,
  tx: Tx,
  news: News,
): Promise<void> {
  const { citizenId, requestId, what } = news;
  if (what === 'rated')
    await tx
      .deleteFrom('officeNews')
      .where('citizenId', '=', citizenId)
      .where('requestId', '=', requestId)
      .where('what', '=', what)
      .execute();
  const { id } = await tx.insertInto('officeNews').values(news).returning('id').executeTakeFirstOrThrow();
  await queueWebhook(context, tx, id);
}

/** Has the webhook called about news that are in the feed. */
export async function queueWebhook(
  { clocks, webhook }: Pick<Context, 'clocks' | 'webhook'>,
  tx: Tx,
  newsId: number,
): Promise<void> {
  if (webhook) await addJob(tx, { name: 'callWebhook', payload: { newsId }, dueAt: clocks.now() });
}
