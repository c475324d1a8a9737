import { sql } from 'kysely';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import { findCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { Jobs } from '../jobs/job-names.ts';
import { numberNews } from '../office/read-news.ts';
import { type NamedRequest, requestsInOrder } from '../requests/in-order.ts';
import { concerns, onBehalfWord } from './concerns.ts';
import { searchText } from './search-text.ts';

const AT_ONCE = 200;

/** A job runs this, so that what has been written since can be found. */
export async function keepAllWords({ db }: Pick<Context, 'db'>): Promise<void> {
  while (await keepNewWords(db));
}

/**
 * Keeps the words of requests of which there is news, so that they can be found; no citizen waits for it. It locks the one row of `office_words_kept`, as
 * `numberNews` locks that of the feed. `ifBusy`: while somebody else holds that row, the job waits, and a search leaves the work to them. Returns whether there
 * is more to do.
 */
export async function keepNewWords(db: Db, ifBusy: 'wait' | 'leave' = 'wait'): Promise<boolean> {
  await numberNews(db);
  return db.transaction().execute(async (tx) => {
    const row = tx.selectFrom('officeWordsKept').select('upTo').forUpdate();
    const free = ifBusy === 'wait' ? row.executeTakeFirstOrThrow() : row.skipLocked().executeTakeFirst();
    const upTo = (await free)?.upTo;
    if (upTo === undefined) return false;
    const places = await tx
      .selectFrom('officeNews')
      .select('place')
      .where('place', '>', upTo)
      .orderBy('place')
      .limit(AT_ONCE)
      .execute();
    const last = places.at(-1)?.place;
    if (last == null) return false;
    for (const named of await listNamed(tx, { after: upTo, upTo: last })) await keepWords(tx, named);
    await tx.updateTable('officeWordsKept').set({ upTo: last }).execute();
    return places.length === AT_ONCE;
  });
}

/** Lists the requests that the news at these places are about. */
function listNamed(tx: Tx, { after, upTo }: { after: number; upTo: number }): Promise<NamedRequest[]> {
  return tx
    .selectFrom('officeNews')
    .select(['citizenId', 'requestId as id'])
    .distinct()
    .where('place', '>', after)
    .where('place', '<=', upTo)
    .execute();
}

/** Keeps the words of all requests of a citizen, or on their behalf. A job runs this after their name has changed, which makes no news. */
export async function keepWordsOf(
  { db }: Pick<Context, 'db'>,
  { citizenId }: { citizenId: string },
): Promise<void> {
  // Whoever read the name before it changed is waited for: by the words that they keep, the request is listed.
  await keepNewWords(db);
  const theirs = db.selectFrom('requests').select(['citizenId', 'id']).where(concerns(citizenId));
  for (const named of await theirs.execute()) await keepAnew(db, named);
}

/**
 * Keeps the words of all requests, which an older version has kept by fewer names, and leaves the rest to another job. Meanwhile the words of news are
 * kept as ever.
 */
export async function keepWordsAnew(
  { db, clocks }: Pick<Context, 'db' | 'clocks'>,
  { after }: Jobs['keepWordsAnew'],
  atOnce = AT_ONCE,
): Promise<void> {
  const places = await requestsInOrder(db, after, atOnce).select(['citizenId', 'id']).execute();
  for (const named of places) await keepAnew(db, named);
  const last = places.at(-1);
  if (!last || places.length < atOnce) return;
  const next = { name: 'keepWordsAnew', payload: { after: last }, dueAt: clocks.now() } as const;
  await db
    .transaction()
    .execute((tx) => addJob(tx, { ...next, id: `keepWordsAnew/${last.citizenId}/${last.id}` }));
}

/**
 * Keeps the words of one request of which there is no news. It waits for whoever has read the request or a name before and keeps words by it. Then it keeps
 * what a search has left to it meanwhile.
 */
async function keepAnew(db: Db, named: NamedRequest): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom('officeWordsKept').select('upTo').forUpdate().execute();
    await keepWords(tx, named);
  });
  await keepNewWords(db);
}

/** Keeps the words of one request. Those of all that have news could together be too much for the process. */
async function keepWords(tx: Tx, { citizenId, id: requestId }: NamedRequest): Promise<void> {
  const written = await readWritten(tx, { citizenId, id: requestId });
  if (!written) return;
  const { name, request, receivedAt } = written;
  const names = [name, await representedName(tx, request)].join('\n');
  const onBehalf = request.onBehalfOf ? [onBehalfWord(request.onBehalfOf.id)] : [];
  const words = sql<string>`
    setweight(to_tsvector('simple', ${searchText(names)}::text), 'A')
      || to_tsvector('portuguese', ${cut(searchText(`${names}\n${textOf(written)}`))}::text)
      || array_to_tsvector(${onBehalf}::text[])`;
  await tx
    .insertInto('officeWords')
    .values({ citizenId, requestId, receivedAt, words })
    .onConflict((conflict) => conflict.columns(['citizenId', 'requestId']).doUpdateSet({ words }))
    .execute();
}

/** Returns the name that the page of the request shows, which is that of now. */
async function representedName(tx: Tx, { onBehalfOf }: CitizenRequest): Promise<string> {
  if (!onBehalfOf) return '';
  return ((await findCitizen(tx, onBehalfOf.id)) ?? onBehalfOf).name;
}

interface Written {
  name: string;
  request: CitizenRequest;
  receivedAt: string;
  messages: Message[];
}

/** Reads the first messages of a request, as many as `MESSAGES_MAX_BYTES` lets. */
function readWritten(tx: Tx, { citizenId, id }: NamedRequest): Promise<Written | undefined> {
  const sent = tx
    .selectFrom('messages')
    .select(['message', 'sequence'])
    .select(sql<number>`sum(message_bytes) over (order by sequence)`.as('bytes'))
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id);
  const messages = tx
    .selectFrom(sent.as('sent'))
    .select(sql<Message[]>`coalesce(json_agg(message order by sequence), '[]')`.as('all'))
    .where('bytes', '<=', MESSAGES_MAX_BYTES);
  return tx
    .selectFrom('requests')
    .innerJoin('citizens', 'citizens.id', 'requests.citizenId')
    .select(['citizens.name', 'request', 'receivedAt', messages.$asScalar().$notNull().as('messages')])
    .where('requests.citizenId', '=', citizenId)
    .where('requests.id', '=', id)
    .executeTakeFirst();
}

/**
 * The longest text of one request whose words PostgreSQL can surely keep, in UTF-8: its list of them takes a MiB at most, and a short word takes twice as many
 * bytes there as in a text.
 */
const TEXT_MAX_BYTES = 500_000;

/** The most bytes of messages that are read of one request. They have room for that text beside receipts and the names of files. */
const MESSAGES_MAX_BYTES = 1_500_000;

function textOf({ request, messages }: Written): string {
  const written = filledFields(request).map(({ text }) => text);
  return [...written, ...messages.map(({ body }) => body)].join('\n').slice(0, TEXT_MAX_BYTES);
}

/** Folding may lengthen a text, and a letter takes up to four bytes, so a folded text is cut once more. */
function cut(folded: string): string {
  const { read } = new TextEncoder().encodeInto(folded, new Uint8Array(TEXT_MAX_BYTES));
  return folded.slice(0, read);
}
