import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import { MARIA_ID, SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { addOfficeNews } from './add-office-news.ts';
import { readNews } from './read-news.ts';

const WRITERS = 8;
const REQUESTS_EACH = 25;
/** Long requests take longer until they are committed: the one that was written first is often seen last. */
const LENGTHS = [10, 3000, 10, 1500];

const url = await makeTestDatabase();

describe.skipIf(url === null)('The office’s feed, where many citizens write at once', () => {
  let contexts: Context[];

  beforeAll(async () => {
    contexts = Array.from({ length: WRITERS + 2 }, () =>
      createTestContext(connectPostgres(url ?? '', 2), createTestClocks()),
    );
    const [first] = contexts;
    if (first) await prepareWorld(first);
  }, START_MS);
  afterAll(async () => {
    await Promise.all(contexts.map(({ db }) => db.destroy()));
  });

  it(`${WRITERS * REQUESTS_EACH} requests all come to each of two programs that ask all the while, none twice, in one order`, async () => {
    const [one, other, ...writers] = contexts;
    if (!one || !other) throw new Error('Nobody reads');
    const { cursor } = await readNews(one.db, { cursor: null, limit: 500, reach: null });
    const written: string[] = [];
    let areWriting = true;
    const writing = Promise.all(
      writers.map(async (context, index) => {
        const citizenId = SIMULATED_PEOPLE[index % SIMULATED_PEOPLE.length]?.id ?? '';
        for (let count = 0; count < REQUESTS_EACH; count += 1) {
          const description = randomBytes((LENGTHS[count % LENGTHS.length] ?? 0) / 2).toString('hex');
          const id = randomUUID();
          const content = submission({ description });
          const { request } = await submitRequest(context, { citizenId, id, revision: 1, content });
          written.push(request.reference);
        }
      }),
    ).finally(() => {
      areWriting = false;
    });

    async function listen({ db }: Context): Promise<string[]> {
      const heard: string[] = [];
      let page = { cursor, more: false };
      for (let isLast = false; !isLast; ) {
        isLast = !areWriting;
        do {
          const { news, ...next } = await readNews(db, { cursor: page.cursor, limit: 3, reach: null });
          heard.push(...news.map(({ request }) => request.reference));
          page = next;
        } while (page.more);
      }
      return heard;
    }
    const [heard, alsoHeard] = await Promise.all([listen(one), listen(other)]);
    await writing;
    expect(heard.toSorted()).toEqual(written.toSorted());
    expect(alsoHeard).toEqual(heard);
  });

  it('what takes long to be committed holds up nobody, and is heard afterwards', async () => {
    const [one, other] = contexts;
    if (!one || !other) throw new Error('Nobody is here');
    const named = { citizenId: MARIA_ID, id: randomUUID() };
    await submitRequest(one, { ...named, revision: 1, content: submission() });
    const { cursor } = await readNews(one.db, { cursor: null, limit: 500, reach: null });
    const told = { citizenId: named.citizenId, requestId: named.id, at: one.clocks.officeNow() };
    const whatIsNew = async (at: string) => {
      const page = await readNews(other.db, { cursor: at, limit: 500, reach: null });
      return { what: page.news.map(({ what }) => what), cursor: page.cursor };
    };
    const before = await one.db.transaction().execute(async (tx) => {
      await addOfficeNews(one, tx, { ...told, what: 'replied' });
      await other.db
        .transaction()
        .execute((quick) => addOfficeNews(other, quick, { ...told, what: 'rated' }));
      return whatIsNew(cursor);
    });
    expect(before.what).toEqual(['rated']);
    expect((await whatIsNew(before.cursor)).what).toEqual(['replied']);
  });

  it('whoever may see little is not kept waiting for all that others may see, and comes to the end of it', async () => {
    const [one] = contexts;
    if (!one) throw new Error('Nobody is here');
    const named = { citizenId: MARIA_ID, id: randomUUID() };
    await submitRequest(one, { ...named, revision: 1, content: submission() });
    await sql`insert into office_news (citizen_id, request_id, what, at)
      select ${named.citizenId}, ${named.id}, 'reviewed', 0 from generate_series(1, 12000)`.execute(one.db);
    const pages = [];
    let page = await readNews(one.db, { cursor: null, limit: 3, reach: ['nobody'] });
    for (; page.more; page = await readNews(one.db, { cursor: page.cursor, limit: 3, reach: ['nobody'] }))
      pages.push(page.news);
    expect(pages.length).toBeGreaterThan(1);
    expect([...pages.flat(), ...page.news]).toEqual([]);
  });

  it('of the ratings of a request the last one is news', async () => {
    const [one] = contexts;
    if (!one) throw new Error('Nobody is here');
    const named = { citizenId: MARIA_ID, id: randomUUID() };
    await submitRequest(one, { ...named, revision: 1, content: submission() });
    const told = { citizenId: named.citizenId, requestId: named.id, what: 'rated', at: 0 } as const;
    for (let times = 0; times < 3; times += 1)
      await one.db.transaction().execute((tx) => addOfficeNews(one, tx, told));
    const kept = one.db.selectFrom('officeNews').select('what').where('requestId', '=', named.id);
    expect((await kept.execute()).map(({ what }) => what)).toEqual(['submitted', 'rated']);
  });
});
