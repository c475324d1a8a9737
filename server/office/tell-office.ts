import type { OfficeWhat } from '../../contract/office-types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';

/** How the office is told of its own doings. */
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

/** In the transaction of what happened: it stands in the feed, and whoever wants to be called is. */
export async function tellOffice(
  context: Pick<Context, 'clocks' | 'webhook'>,
  tx: Tx,
  news: News,
): Promise<void> {
  const { id } = await tx.insertInto('officeNews').values(news).returning('id').executeTakeFirstOrThrow();
  await callOffice(context, tx, id);
}

/** Of news that stand in the feed. */
export async function callOffice(
  { clocks, webhook }: Pick<Context, 'clocks' | 'webhook'>,
  tx: Tx,
  newsId: number,
): Promise<void> {
  if (webhook) await addJob(tx, { name: 'callWebhook', payload: { newsId }, dueAt: clocks.now() });
}
