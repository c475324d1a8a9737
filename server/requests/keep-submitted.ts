import type { CitizenRequest } from '../../contract/types.ts';
import type { DayUsage } from '../../domain/day-limits.ts';
import { changeUsage, takePlace } from '../citizens.ts';
import type { Context } from '../context.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { Tables, Tx } from '../db/schema.ts';
import { endingOfDraft } from '../drafts/account-drafts.ts';
import { jobRow } from '../jobs/add-job.ts';
import { queueWebhook } from '../office/add-office-news.ts';
import { rowOf } from './request-rows.ts';

interface Submitted {
  request: CitizenRequest;
  key: Tables['requestKeys'];
  /** The instant in ms, by the office's clock. */
  atMs: number;
  dayUsage: DayUsage;
}

type Values = Tables['requestKeys'] &
  ReturnType<typeof rowOf> & {
    at: number;
    jobId: string;
    payload: string;
    dueAt: number;
    dayUsage: string;
    lifeEvent: string;
    subject: string;
  };

/**
 * Keeps everything that a new request brings with it, in one statement: each way to the database and back costs more than what is written. The parts do not see
 * each other, and none of their rows can exist, since the id has just been taken.
 */
const keep = buildOnce((db, value: Places<Values>) => {
  const { citizenId, id } = value;
  const told = { citizenId, requestId: id } as const;
  return takePlace(db, citizenId, value.dayUsage)
    .with('kept', (from) =>
      from.insertInto('requests').values((values) => ({
        citizenId,
        id,
        sequence: values.selectFrom('place').select('sequence'),
        request: value.request,
        requestBytes: value.requestBytes,
        reference: value.reference,
        state: value.state,
        dueOn: value.dueOn,
        receivedAt: value.receivedAt,
      })),
    )
    .with('keyed', (from) =>
      from
        .insertInto('requestKeys')
        .values({ citizenId, id, revision: value.revision, contentHash: value.contentHash }),
    )
    .with('news', (from) =>
      from
        .insertInto('officeNews')
        .values({ ...told, what: 'submitted', at: value.at })
        .returning('id'),
    )
    .with('told', (from) => from.insertInto('toldNews').values({ ...told, news: 'received', about: '' }))
    .with('telling', (from) =>
      from
        .insertInto('jobs')
        .values({ id: value.jobId, name: 'tellNews', payload: value.payload, dueAt: value.dueAt }),
    )
    .with('assigned', (from) =>
      from
        .insertInto('assignments')
        .columns(['citizenId', 'requestId', 'service'])
        .expression(({ selectFrom }) =>
          selectFrom('serviceTopics')
            .select([citizenId.as('citizenId'), id.as('requestId'), 'service'])
            .where('topic', 'in', [value.subject, value.lifeEvent])
            // The service of a subject goes before the service of its life event.
            .orderBy(({ eb }) => eb('topic', '=', value.subject), 'desc')
            .limit(1),
        ),
    )
    .with('ended', () => endingOfDraft(db, citizenId, id))
    .selectFrom('news')
    .select((from) => ['id as newsId', from.selectFrom('ended').select('hadWords').as('hadDraft')]);
});

export async function keepSubmitted(
  context: Context,
  tx: Tx,
  { request, key, atMs, dayUsage }: Submitted,
): Promise<void> {
  const { citizenId, id } = key;
  const payload = { citizenId, requestId: id, news: 'received', about: '' } as const;
  const { id: jobId, ...job } = jobRow({ name: 'tellNews', payload, dueAt: context.clocks.now() });
  const row = rowOf({ request, pausedDaysLeft: null });
  const [kept] = await keep(tx, {
    ...key,
    ...row,
    ...job,
    ...topicIds(request),
    jobId,
    at: atMs,
    dayUsage: JSON.stringify(dayUsage),
  });
  if (!kept) throw new Error('A request was kept without news of it');
  await queueWebhook(context, tx, kept.newsId);
  if (kept.hadDraft) await changeUsage(tx, citizenId, { drafts: -1 });
}

/** Returns the ids by which the request's service is found; empty when the citizen knew no topic. */
function topicIds({ topic }: CitizenRequest): Pick<Values, 'lifeEvent' | 'subject'> {
  if (topic.status === 'unknown') return { lifeEvent: '', subject: '' };
  return { lifeEvent: topic.lifeEvent.id, subject: topic.subject.id };
}
