import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { ToldNews } from './news.ts';

/** In the transaction of what is news. Once each, however often it is found. */
export async function announce({ clocks }: Pick<Context, 'clocks'>, tx: Tx, told: ToldNews): Promise<void> {
  const isNew = await tx
    .insertInto('toldNews')
    .values({ ...told, sentAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('news')
    .executeTakeFirst();
  if (isNew) await addJob(tx, { name: 'tellNews', payload: told, dueAt: clocks.now() });
}
