import type { OfficeWhat } from '../../src/contract/office-types.ts';
import type { OfficeAction } from '../../src/domain/office-moves.ts';
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
  /** By the office's clock. */
  atMs: number;
}

/** In the transaction of what happened: it stands in the feed, and whoever wants to be called is. */
export async function tellOffice(
  { clocks, webhook }: Pick<Context, 'clocks' | 'webhook'>,
  tx: Tx,
  { atMs: at, ...news }: News,
): Promise<void> {
  const { id: newsId } = await tx
    .insertInto('officeNews')
    .values({ ...news, at })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (webhook) await addJob(tx, { name: 'callWebhook', payload: { newsId }, dueAt: clocks.now() });
}
