import { sql } from 'kysely';
import { problem } from '../../contract/problem.ts';
import type { AccountDraft, ChangePage } from '../../contract/types.ts';
import { createPageMeter, readCursor, requireKnown } from '../../domain/changes-page.ts';
import type { Context } from '../context.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { CitizenRow } from '../db/schema.ts';
import { etagOf } from '../drafts/account-drafts.ts';

interface Asked {
  citizenId: string;
  cursor: string | null;
  limit: number;
}

interface FeedQuery {
  citizenId: string;
  after: number;
  limit: number;
  maxBytes: number;
}

/** A change, with the JSON of what has changed. */
interface Changed {
  type: 'request' | 'message' | 'draft';
  id: string;
  sequence: number;
  /** Null: the draft is deleted, or the change is beyond the page. */
  json: string | null;
  savedAt: string | null;
}

type Found = Pick<CitizenRow, 'feedEpoch' | 'lastSequence'> & (Changed | { [Name in keyof Changed]: null });

/**
 * Returns the JSON of a page of what is new since a cursor; what the database keeps as JSON goes into it unchanged. Each thing stands at the place of
 * its last change. Places are given under the citizen's lock, so they become visible in their order, and a device that has read up to one has missed
 * nothing before it. Throws `signed-out` where the account was closed meanwhile.
 */
export async function readFeed(context: Context, { citizenId, cursor, limit }: Asked): Promise<string> {
  const { db, clocks, limits } = context;
  const read = readCursor(cursor);
  const { after } = read;
  const { changesMaxBytes: maxBytes } = limits;
  const found = await find(db, { citizenId, after, limit, maxBytes });
  const [citizen] = found;
  if (!citizen) throw problem('signed-out');
  requireKnown(read, { epoch: citizen.feedEpoch, lastSequence: citizen.lastSequence });
  const changed = found.filter((row) => row.type !== null);
  const fits = createPageMeter(maxBytes);
  const changes: string[] = [];
  for (const row of changed.slice(0, limit)) {
    const change = writeChange(row);
    if (!fits(change)) break;
    changes.push(change);
  }
  return writePage(changes, {
    cursor: `${citizen.feedEpoch}.${changed[changes.length - 1]?.sequence ?? after}`,
    more: changed.length > changes.length,
    serverTime: new Date(clocks.officeNow()).toISOString(),
  });
}

/**
 * Reads the page by one statement, so that nothing moves while it is read. It reads no more changes than a page can hold, and one beyond. Where nothing
 * is new, it returns one row without a change.
 */
const find = buildOnce((db, { citizenId, after, limit, maxBytes }: Places<FeedQuery>) => ({
  compile: () =>
    sql<Found>`
    with news as (
      (select 'request' as type, id, sequence, request_bytes as bytes from requests
        where citizen_id = ${citizenId} and sequence > ${after} order by sequence limit ${limit} + 1)
      union all
      (select 'message', id, sequence, message_bytes from messages
        where citizen_id = ${citizenId} and sequence > ${after} order by sequence limit ${limit} + 1)
      union all
      (select 'draft', id, sequence, content_bytes from drafts
        where citizen_id = ${citizenId} and sequence > ${after} order by sequence limit ${limit} + 1)
    ), counted as (
      select type, id, sequence, sum(bytes) over (order by sequence) - bytes as bytes_before,
        row_number() over (order by sequence) as nth
      from news
    ), changed as (
      select type, id, sequence, nth from counted
      where bytes_before <= ${maxBytes} or nth <= 2
      order by sequence limit ${limit} + 1
    )
    select feed_epoch, last_sequence, type, changed.id, sequence,
      case when nth <= ${limit} then case type
        when 'request' then (select request::text from requests where citizen_id = ${citizenId} and id = changed.id)
        when 'message' then (select message::text from messages where citizen_id = ${citizenId} and id = changed.id)
        when 'draft' then (select content::text from drafts where citizen_id = ${citizenId} and id = changed.id)
      end end as json,
      case type when 'draft' then (select saved_at from drafts where citizen_id = ${citizenId} and id = changed.id) end as saved_at
    from citizens left join changed on true
    where citizens.id = ${citizenId}
    order by sequence`.compile(db),
}));

function writeChange({ type, id, sequence, json, savedAt }: Changed): string {
  if (type !== 'draft') return `{"type":"${type}","${type}":${json}}`;
  if (json === null || savedAt === null) return JSON.stringify({ type: 'draftDeleted', draftId: id });
  const draft: Omit<AccountDraft, 'content'> = { id, etag: etagOf(sequence), savedAt };
  return `{"type":"draft","draft":${withMember(draft, 'content', json)}}`;
}

function writePage(changes: readonly string[], rest: Omit<ChangePage, 'changes'>): string {
  return withMember(rest, 'changes', `[${changes.join(',')}]`);
}

/** Adds a member to the JSON of an object that is not empty. */
function withMember(rest: object, name: string, json: string): string {
  return `${JSON.stringify(rest).slice(0, -1)},"${name}":${json}}`;
}
