import type { OfficeCountedBy, OfficeFigures } from '../../contract/office-types.ts';
import type { Context } from '../context.ts';
import { nameSubjects } from './name-subjects.ts';

const OTHER_TOPIC = 'Outro tema';

/** All but the rows of several things at once (`cell`), of which there are thousands. */
export const OF_ONE_THING = ['all', 'week', 'topic', 'service', 'kind'] as const;

export const COUNTED_BY: readonly OfficeCountedBy[] = [...OF_ONE_THING, 'cell'];

/** Reads the figures as they were last counted. */
export async function readFigures(
  { db, topics }: Pick<Context, 'db' | 'topics'>,
  countedBy: readonly OfficeCountedBy[],
): Promise<OfficeFigures> {
  const counted = await db
    .selectFrom('officeFiguresCounted')
    .select(['at', 'receivedFrom'])
    .executeTakeFirst();
  if (!counted) return { countedAt: null, receivedFrom: null, rows: [] };
  const labels = nameSubjects(topics);
  const kept = await db
    .selectFrom('officeFigures')
    .selectAll()
    .where('countedBy', 'in', countedBy)
    .orderBy('id')
    .execute();
  const rows = kept.map(({ id: _id, topic, ...row }) => ({
    ...row,
    topic: topic === null ? null : { id: topic, label: labels.get(topic) ?? OTHER_TOPIC },
  }));
  return { countedAt: new Date(counted.at).toISOString(), receivedFrom: counted.receivedFrom, rows };
}
