import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangePage } from '../../contract/types.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { saveDraft } from '../drafts/account-drafts.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { readFeed } from './read-feed.ts';

const WRITERS = 8;
const DRAFTS_EACH = 25;

const NEW = { ifMatch: null, ifNoneMatch: '*' };
/** Long drafts take longer to write: if nothing kept the writers in order, one with an earlier place could become visible later. */
const LENGTHS = [0, 200_000, 0, 50_000];

const content = {
  kind: null,
  onBehalfOf: null,
  description: '',
  topic: null,
  attachments: [],
  writtenAt: '2026-11-25T10:31:00.000Z',
};

const url = await makeTestDatabase();

describe.skipIf(url === null)('The feed, where many write for one citizen at once', () => {
  let contexts: Context[];

  beforeAll(async () => {
    // Each writer has connections of its own, as a process has.
    contexts = Array.from({ length: WRITERS + 1 }, () =>
      createTestContext(connectPostgres(url ?? '', 2), createTestClocks()),
    );
    const [first] = contexts;
    if (first) await prepareWorld(first);
  }, START_MS);
  afterAll(async () => {
    await Promise.all(contexts.map(({ db }) => db.destroy()));
  });

  it(`${WRITERS * DRAFTS_EACH} drafts of ${WRITERS} writers all come to a reader who asks all the while, none twice`, async () => {
    const [reader, ...writers] = contexts;
    if (!reader) throw new Error('Nobody reads');
    const written: string[] = [];
    let areWriting = true;
    const writing = Promise.all(
      writers.map(async (context) => {
        for (let count = 0; count < DRAFTS_EACH; count += 1) {
          const id = randomUUID();
          const description = randomBytes(LENGTHS[count % LENGTHS.length] ?? 0).toString('hex');
          await saveDraft(context, MARIA_ID, { id, content: { ...content, description } }, NEW);
          written.push(id);
        }
      }),
    ).finally(() => {
      areWriting = false;
    });

    const heard: string[] = [];
    let pages = 0;
    const read = async (cursor: string | null, limit: number): Promise<ChangePage> =>
      JSON.parse(await readFeed(reader, { citizenId: MARIA_ID, cursor, limit }));
    let page = await read(null, 500);
    for (let isLast = false; !isLast; ) {
      isLast = !areWriting;
      do {
        page = await read(page.cursor, 3);
        pages += 1;
        for (const change of page.changes) if (change.type === 'draft') heard.push(change.draft.id);
      } while (page.more);
    }
    await writing;
    expect(heard.toSorted()).toEqual(written.toSorted());
    expect(pages).toBeGreaterThan((WRITERS * DRAFTS_EACH) / 3);
  });

  it('a page is read by one statement, and so is of one moment', async () => {
    const [reader] = contexts;
    if (!reader) throw new Error('Nobody reads');
    let asked = 0;
    const db = reader.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        asked += 1;
        return result;
      },
    });
    await saveDraft(reader, MARIA_ID, { id: randomUUID(), content }, NEW);
    const page: ChangePage = JSON.parse(
      await readFeed({ ...reader, db }, { citizenId: MARIA_ID, cursor: null, limit: 1 }),
    );
    expect(page).toMatchObject({ changes: [expect.anything()], more: true });
    expect(asked).toBe(1);
  });
});
