import { sql } from 'kysely';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { givePlaces } from '../office/read-news.ts';
import { searchText } from './search-text.ts';

const AT_ONCE = 200;

interface Named {
  citizenId: string;
  requestId: string;
}

/** As a job: what has been written since is found from then on. */
export async function keepAllWords({ db }: Pick<Context, 'db'>): Promise<void> {
  while (await keepNewWords(db));
}

/**
 * Keeps what is sought of the requests of which there is news: no citizen waits for it. Whoever keeps holds the one row of `office_words_kept`, as
 * whoever gives places holds that of the feed. Answers whether there is more.
 */
export async function keepNewWords(db: Db): Promise<boolean> {
  await givePlaces(db);
  return db.transaction().execute(async (tx) => {
    const { upTo } = await tx
      .selectFrom('officeWordsKept')
      .select('upTo')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const news = await tx
      .selectFrom('officeNews')
      .select(['place', 'citizenId', 'requestId'])
      .where('place', '>', upTo)
      .orderBy('place')
      .limit(AT_ONCE)
      .execute();
    const last = news.at(-1)?.place;
    if (last == null) return false;
    const named = new Map(news.map((each) => [`${each.citizenId} ${each.requestId}`, each]));
    for (const each of named.values()) await keepWords(tx, each);
    await tx.updateTable('officeWordsKept').set({ upTo: last }).execute();
    return news.length === AT_ONCE;
  });
}

async function keepWords(tx: Tx, { citizenId, requestId }: Named): Promise<void> {
  const row = await tx
    .selectFrom('requests')
    .innerJoin('citizens', 'citizens.id', 'requests.citizenId')
    .select(['citizens.name', 'request', 'receivedAt'])
    .where('citizenId', '=', citizenId)
    .where('requests.id', '=', requestId)
    .executeTakeFirst();
  if (!row) return;
  const messages = await tx
    .selectFrom('messages')
    .select('message')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .execute();
  const text = textOf(
    row.request,
    messages.map(({ message }) => message),
  );
  const words = sql<string>`
    setweight(to_tsvector('simple', ${searchText(row.name)}::text), 'A')
      || to_tsvector('portuguese', ${searchText(`${row.name}\n${text}`)}::text)`;
  const { receivedAt } = row;
  await tx
    .insertInto('officeWords')
    .values({ citizenId, requestId, receivedAt, words })
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId'])
        .doUpdateSet((from) => ({ words: from.ref('excluded.words') })),
    )
    .execute();
}

/** PostgreSQL keeps no more of one request. */
const TEXT_MAX_UNITS = 300_000;

function textOf(request: CitizenRequest, messages: readonly Message[]): string {
  const written = filledFields(request).map(({ text }) => text);
  return [...written, ...messages.map(({ body }) => body)].join('\n').slice(0, TEXT_MAX_UNITS);
}
