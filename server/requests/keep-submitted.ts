import type { CitizenRequest } from '../../contract/types.ts';
import type { DayUsage } from '../../domain/day-limits.ts';
import { changeUsage, takePlace } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tables, Tx } from '../db/schema.ts';
import { endingOfDraft } from '../drafts/account-drafts.ts';
import { jobRow } from '../jobs/add-job.ts';
import { callOffice } from '../office/tell-office.ts';
import { rowOf } from './request-rows.ts';

interface Submitted {
  request: CitizenRequest;
  key: Tables['requestKeys'];
  /** By the office's clock. */
  atMs: number;
  dayUsage: DayUsage;
}

/**
 * All that a new request brings with it, in one statement: each way to the database and back costs more than what is written at its end. The
 * parts do not see each other, and none of them can be there already, since the id has just been taken.
 */
export async function keepSubmitted(
  context: Context,
  tx: Tx,
  { request, key, atMs, dayUsage }: Submitted,
): Promise<void> {
  const { citizenId, id } = key;
  const told = { citizenId, requestId: id, news: 'received', about: '' } as const;
  const row = rowOf({ request, pausedDaysLeft: null });
  const { newsId, hadDraft } = await takePlace(tx, citizenId, { dayUsage })
    .with('kept', (from) =>
      from.insertInto('requests').values((values) => ({
        citizenId,
        id,
        sequence: values.selectFrom('place').select('sequence'),
        ...row,
      })),
    )
    .with('keyed', (from) => from.insertInto('requestKeys').values(key))
    .with('news', (from) =>
      from
        .insertInto('officeNews')
        .values({ citizenId, requestId: id, what: 'submitted', at: atMs })
        .returning('id'),
    )
    .with('told', (from) => from.insertInto('toldNews').values({ ...told, sentAt: null }))
    .with('telling', (from) =>
      from
        .insertInto('jobs')
        .values(jobRow({ name: 'tellNews', payload: told, dueAt: context.clocks.now() })),
    )
    .with('ended', () => endingOfDraft(tx, citizenId, id))
    .selectFrom('news')
    .select((from) => ['id as newsId', from.selectFrom('ended').select('hadWords').as('hadDraft')])
    .executeTakeFirstOrThrow();
  await callOffice(context, tx, newsId);
  if (hadDraft) await changeUsage(tx, citizenId, { drafts: -1 });
}
