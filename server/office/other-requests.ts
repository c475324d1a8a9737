import { sql } from 'kysely';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import type { Db } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { isWithin, type Reach } from '../services/reach.ts';
import { lastMessage } from './office-rows.ts';

/** How many other requests of the same citizen stand beside a request. */
const OTHERS = 5;

export interface OtherRequest {
  request: CitizenRequest;
  /** The last answer to it; null: it has none. */
  answer: Message | null;
}

/** Returns other requests of the same citizen, as far as somebody may see them: those about the same topic first, then the newest. */
export async function listOtherRequests(
  db: Db,
  { citizenId, id, topic, reach }: NamedRequest & { topic: string; reach: Reach },
): Promise<OtherRequest[]> {
  return db
    .selectFrom('requests')
    .leftJoinLateral(
      lastMessage(db).where(sql`without_zeros(messages.message)->>'purpose'`, '=', 'answer').as('answered'),
      (join) => join.onTrue(),
    )
    .select(['requests.request', 'answered.message as answer'])
    .where('requests.citizenId', '=', citizenId)
    .where('requests.id', '!=', id)
    .where(isWithin(reach))
    .orderBy((row) => row('requests.topic', '=', topic), 'desc')
    .orderBy('requests.receivedAt', 'desc')
    .limit(OTHERS)
    .execute();
}

/** Returns the topic in the form of the column `topic`, which the database makes of the request. */
export function topicOf({ topic }: Pick<CitizenRequest, 'topic'>): string {
  return topic.status === 'unknown' ? 'unknown' : `${topic.lifeEvent.id}.${topic.subject.id}`;
}
