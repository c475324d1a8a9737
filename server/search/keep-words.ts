import { sql } from 'kysely';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { numberNews } from '../office/read-news.ts';
import { searchText } from './search-text.ts';

const AT_ONCE = 200;

/** A job runs this, so that what has been written since can be found. */
export async function keepAllWords({ db }: Pick<Context, 'db'>): Promise<void> {
  while (await keepNewWords(db));
}

/**
 * Keeps the words of requests of which there is news, so that they can be found; no citizen waits for it. It locks the one row of `office_words_kept`, as
 * `numberNews` locks that of the feed. Returns whether there is more to do.
 */
export async function keepNewWords(db: Db): Promise<boolean> {
  await numberNews(db);
  return db.transaction().execute(async (tx) => {
    const { upTo } = await tx
      .selectFrom('officeWordsKept')
      .select('upTo')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const places = await tx
      .selectFrom('officeNews')
      .select('place')
      .where('place', '>', upTo)
      .orderBy('place')
      .limit(AT_ONCE)
      .execute();
    const last = places.at(-1)?.place;
    if (last == null) return false;
    await keepWords(tx, await readWritten(tx, { after: upTo, upTo: last }));
    await tx.updateTable('officeWordsKept').set({ upTo: last }).execute();
    return places.length === AT_ONCE;
  });
}

interface Written {
  citizenId: string;
  requestId: string;
  name: string;
  request: CitizenRequest;
  receivedAt: string;
  messages: Message[];
}

/** Reads the requests that the news at these places are about. */
function readWritten(tx: Tx, { after, upTo }: { after: number; upTo: number }): Promise<Written[]> {
  const named = tx
    .selectFrom('officeNews')
    .select(['citizenId', 'requestId'])
    .distinct()
    .where('place', '>', after)
    .where('place', '<=', upTo);
  const messages = tx
    .selectFrom('messages')
    .select(sql<Message[]>`coalesce(json_agg(message order by messages.sequence), '[]')`.as('all'))
    .where('messages.citizenId', '=', sql.ref<string>('requests.citizenId'))
    .where('messages.requestId', '=', sql.ref<string>('requests.id'));
  return tx
    .selectFrom(named.as('named'))
    .innerJoin('requests', (join) =>
      join.onRef('requests.citizenId', '=', 'named.citizenId').onRef('requests.id', '=', 'named.requestId'),
    )
    .innerJoin('citizens', 'citizens.id', 'requests.citizenId')
    .select(['named.citizenId', 'named.requestId', 'citizens.name', 'request', 'receivedAt'])
    .select(messages.$asScalar().$notNull().as('messages'))
    .execute();
}

async function keepWords(tx: Tx, all: readonly Written[]): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ citizenId, requestId, name, receivedAt, ...written }) => {
    const words = sql<string>`
      setweight(to_tsvector('simple', ${searchText(name)}::text), 'A')
        || to_tsvector('portuguese', ${cut(searchText(`${name}\n${textOf(written)}`))}::text)`;
    return { citizenId, requestId, receivedAt, words };
  });
  await tx
    .insertInto('officeWords')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId'])
        .doUpdateSet((from) => ({ words: from.ref('excluded.words') })),
    )
    .execute();
}

/**
 * The longest text of one request whose words PostgreSQL can surely keep, in UTF-8: its list of them takes a MiB at most, and a short word takes twice as many
 * bytes there as in a text.
 */
const TEXT_MAX_BYTES = 500_000;

function textOf({ request, messages }: Pick<Written, 'request' | 'messages'>): string {
  const written = filledFields(request).map(({ text }) => text);
  return [...written, ...messages.map(({ body }) => body)].join('\n').slice(0, TEXT_MAX_BYTES);
}

/** Folding may lengthen a text, and a letter takes up to four bytes, so a folded text is cut once more. */
function cut(folded: string): string {
  const { read } = new TextEncoder().encodeInto(folded, new Uint8Array(TEXT_MAX_BYTES));
  return folded.slice(0, read);
}
