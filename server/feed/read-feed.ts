import { sql } from 'kysely';
import { problem } from '../../contract/problem.ts';
import type { Change, ChangePage } from '../../contract/types.ts';
import { createPageMeter } from '../../domain/changes-page.ts';
import { citizenOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { CitizenRow, Tx } from '../db/schema.ts';
import { etagOf } from '../drafts/account-drafts.ts';

interface Place {
  type: 'request' | 'message' | 'draft';
  id: string;
  sequence: number;
}

interface Asked {
  citizenId: string;
  cursor: string | null;
  limit: number;
}

/**
 * What is new since a cursor. Each thing stands at the place of its last change. Places are given under the citizen's lock, so they come to be
 * seen in their order, and whoever has read up to one has missed nothing before it. One view of the whole: nothing moves while it is read.
 */
export async function readFeed(context: Context, { citizenId, cursor, limit }: Asked): Promise<ChangePage> {
  return context.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const citizen = await citizenOf(tx, citizenId);
      const after = cursor === null ? 0 : sequenceOf(citizen, cursor);
      const places = await listPlaces(context, tx, { citizenId, after, limit });
      const fits = createPageMeter(context.limits.changesMaxBytes);
      const changes: Change[] = [];
      for (const change of await readChanges(tx, citizenId, places.slice(0, limit))) {
        if (!fits(change)) break;
        changes.push(change);
      }
      return {
        changes,
        cursor: `${citizen.feedEpoch}.${places[changes.length - 1]?.sequence ?? after}`,
        more: places.length > changes.length,
        serverTime: new Date(context.clocks.officeNow()).toISOString(),
      };
    });
}

function sequenceOf({ feedEpoch, lastSequence }: CitizenRow, cursor: string): number {
  const [epoch, digits] = cursor.split('.');
  const isKnown = epoch === feedEpoch && digits !== undefined && /^[0-9]{1,15}$/.test(digits);
  if (!isKnown || Number(digits) > lastSequence) throw problem('cursor-gone');
  return Number(digits);
}

/** No more than a page could hold, and one beyond: what does not fit is not read. */
async function listPlaces(
  { limits }: Context,
  tx: Tx,
  { citizenId, after, limit }: { citizenId: string; after: number; limit: number },
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    with news as (
      (select 'request' as type, id, sequence, request_bytes as bytes from requests
        where citizen_id = ${citizenId} and sequence > ${after} order by sequence limit ${limit + 1})
      union all
      (select 'message', id, sequence, message_bytes from messages
        where citizen_id = ${citizenId} and sequence > ${after} order by sequence limit ${limit + 1})
      union all
      (select 'draft', id, sequence, content_bytes from drafts
        where citizen_id = ${citizenId} and sequence > ${after} order by sequence limit ${limit + 1})
    ), counted as (
      select type, id, sequence, sum(bytes) over (order by sequence) - bytes as bytes_before,
        row_number() over (order by sequence) as nth
      from news
    )
    select type, id, sequence from counted
    where bytes_before <= ${limits.changesMaxBytes} or nth <= 2
    order by sequence limit ${limit + 1}`.execute(tx);
  return rows;
}

/** One statement for however many. */
type Named = Places<{ citizenId: string; ids: readonly string[] }>;
const isAny = (ids: Named['ids']) => sql<string>`any(${ids})`;

const findRequests = buildOnce((db, { citizenId, ids }: Named) =>
  db
    .selectFrom('requests')
    .select(['id', 'request'])
    .where('citizenId', '=', citizenId)
    .where('id', '=', isAny(ids)),
);

const findMessages = buildOnce((db, { citizenId, ids }: Named) =>
  db
    .selectFrom('messages')
    .select(['id', 'message'])
    .where('citizenId', '=', citizenId)
    .where('id', '=', isAny(ids)),
);

const findDrafts = buildOnce((db, { citizenId, ids }: Named) =>
  db
    .selectFrom('drafts')
    .select(['id', 'sequence', 'savedAt', 'content'])
    .where('citizenId', '=', citizenId)
    .where('id', '=', isAny(ids)),
);

async function readChanges(tx: Tx, citizenId: string, places: readonly Place[]): Promise<Change[]> {
  const found = new Map<string, Change>();
  const idsOf = (type: Place['type']) => places.filter((place) => place.type === type).map(({ id }) => id);
  const of = (type: Place['type'], id: string) => `${type}/${id}`;
  const [requests, messages, drafts] = [idsOf('request'), idsOf('message'), idsOf('draft')];
  if (requests.length > 0)
    for (const { id, request } of await findRequests(tx, { citizenId, ids: requests }))
      found.set(of('request', id), { type: 'request', request });
  if (messages.length > 0)
    for (const { id, message } of await findMessages(tx, { citizenId, ids: messages }))
      found.set(of('message', id), { type: 'message', message });
  if (drafts.length > 0)
    for (const { id, sequence, savedAt, content } of await findDrafts(tx, { citizenId, ids: drafts })) {
      const draft = content && { id, etag: etagOf(sequence), savedAt, content };
      found.set(of('draft', id), draft ? { type: 'draft', draft } : { type: 'draftDeleted', draftId: id });
    }
  return places.map(({ type, id }) => {
    const change = found.get(of(type, id));
    if (!change) throw new Error(`The feed names a ${type} that is not there`);
    return change;
  });
}
